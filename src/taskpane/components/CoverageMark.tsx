import type { Coverage } from '../../plan';
import { useWords } from '../environment';

/** How many activities an item has had; none at all is what has to be seen. */
export function CoverageMark({ coverage }: { coverage: Coverage | undefined }) {
  const words = useWords();
  if (!coverage) return null;
  const said = words.picker.activities({ count: coverage.activities });
  return (
    <span role="img" aria-label={said} title={said} className={`suivi-coverage ${coverage.covered ? 'some' : 'none'}`}>
      {coverage.activities}
    </span>
  );
}
