import type { DateChip } from '../state/dates';
import { useImporterWords } from './words';

/** Dates as they were read, in words; what should be looked at stands out. */
export function DateChips({ chips }: { chips: readonly DateChip[] }) {
  const words = useImporterWords();
  const doubts = [...new Set(chips.flatMap((chip) => chip.doubts))];
  return (
    <>
      {chips.map((chip, position) => (
        <span key={position} className={chip.inferred || chip.doubts.length > 0 ? 'suivi-chip doubtful' : 'suivi-chip'}>
          {chip.text}
          {chip.inferred && ` · ${words.list.inferred}`}
        </span>
      ))}
      {doubts.map((doubt) => (
        <p key={doubt} className="suivi-quiet">
          {doubt}
        </p>
      ))}
    </>
  );
}
