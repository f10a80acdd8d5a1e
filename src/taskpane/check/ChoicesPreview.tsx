import type { Choices, RemovableRow, Repair } from '../../workbook';
import { useScreenWords } from '../screens/words';
import { RepairPreview } from './RepairPreview';

export interface ChoicesPreviewProps {
  readonly choices: Choices;
  /** Where the problem is, in words. */
  readonly place: string;
  readonly busy: boolean;
  readonly onKeep: (repair: Repair) => void;
  readonly onRemove: (row: RemovableRow) => void;
}

/** What a person may do about a row that says all that another one says, each with its preview. */
export function ChoicesPreview({ choices: { keep, remove }, place, busy, onKeep, onRemove }: ChoicesPreviewProps) {
  const words = useScreenWords().check.repeated;
  return (
    <>
      {keep && (
        <RepairPreview
          look="small"
          label={words.keep}
          name={words.keepOne({ place })}
          note={words.keepNote}
          agree={words.keepAgree}
          changes={keep.changes}
          busy={busy}
          onRepair={() => onKeep(keep)}
        />
      )}
      {remove && (
        <RepairPreview
          look="small"
          label={words.remove}
          name={words.removeOne({ place })}
          note={words.removeNote}
          agree={words.removeAgree}
          changes={remove.changes}
          busy={busy}
          onRepair={() => onRemove(remove)}
        />
      )}
    </>
  );
}
