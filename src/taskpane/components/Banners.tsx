import type { WorkbookStatus } from '../../workbook';
import { useWords } from '../environment';
import { Notice } from './Notice';

/** What keeps the workbook from being written, said before anybody types. */
export function Banners({ status }: { status: WorkbookStatus }) {
  const words = useWords();
  if (!status.readOnly && status.protectedSheets.length === 0) return null;
  return (
    <div className="suivi-stack">
      {status.readOnly && <Notice tone="warning">{words.readOnly}</Notice>}
      {!status.readOnly && status.protectedSheets.length > 0 && (
        <Notice tone="warning">{words.protectedSheets({ sheets: status.protectedSheets })}</Notice>
      )}
    </div>
  );
}
