import { useWords } from '../environment';
import { Busy } from './Busy';
import { Live } from './Live';

export function Loading() {
  return (
    <Live>
      <Busy className="suivi-loading" label={useWords().loading} />
    </Live>
  );
}
