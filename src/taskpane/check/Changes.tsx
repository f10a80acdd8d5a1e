import type { RepairChange } from '../../workbook';
import { useScreenWords } from '../screens/words';

/** More cells than this are not read by anybody before they agree. */
const shownAtOnce = 40;

/** What a repair would change, cell by cell: what is there, and what would be. */
export function Changes({ changes }: { changes: readonly RepairChange[] }) {
  const words = useScreenWords().check;
  const left = changes.length - shownAtOnce;
  return (
    <ul className="suivi-changes" aria-label={words.changes}>
      {changes.slice(0, shownAtOnce).map(({ sheet, address, column, before, after }, index) => (
        <li key={index}>
          <span className="suivi-quiet">
            {/* Without an address: a cell of a row that is not there yet. */}
            {[address === '' ? `${sheet}, ${words.addedRow}` : `${sheet}, ${address}`, column]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <span>
            <del>{before === '' ? words.empty : before}</del>
            <span aria-hidden> → </span>
            <span className="suivi-unseen"> {words.becomes} </span>
            <ins>{after === '' ? words.empty : after}</ins>
          </span>
        </li>
      ))}
      {left > 0 && <li>{words.moreChanges({ count: left })}</li>}
    </ul>
  );
}
