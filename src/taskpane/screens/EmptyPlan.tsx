import { Message } from '../components/Message';
import { useWords } from '../environment';

/** A tracking workbook whose plan has no rows yet. */
export function EmptyPlan() {
  return <Message {...useWords().emptyPlan} />;
}
