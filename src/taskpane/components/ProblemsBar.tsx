import { Button } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { useId, useState } from 'react';
import { describeProblem } from '../../i18n';
import type { Place, Problem } from '../../plan';
import { useEnvironment, useWords } from '../environment';
import type { Words } from '../words';
import { GoTo } from './GoTo';

/** The rest is in the sheets: a pane that lists a thousand problems helps nobody. */
const shownAtOnce = 50;

/** « 3 problèmes dans le classeur », which opens on what each is and where. */
export function ProblemsBar({ problems }: { problems: readonly Problem[] }) {
  const words = useWords();
  const listId = useId();
  const [open, setOpen] = useState(false);
  if (problems.length === 0) return null;
  return (
    <div className="suivi-problems">
      <Button
        appearance="transparent"
        className="suivi-problems-toggle"
        icon={<WarningRegular />}
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpen(!open)}
      >
        <span className="suivi-problems-count">{words.problems.summary({ count: problems.length })}</span>
        {open ? <ChevronUpRegular aria-hidden /> : <ChevronDownRegular aria-hidden />}
      </Button>
      <ul id={listId} hidden={!open}>
        {problems.slice(0, shownAtOnce).map((problem, index) => (
          <ProblemItem key={index} problem={problem} />
        ))}
        {problems.length > shownAtOnce && <li>{words.problems.more({ count: problems.length - shownAtOnce })}</li>}
      </ul>
    </div>
  );
}

export function ProblemItem({ problem }: { problem: Problem }) {
  const { language } = useEnvironment();
  const words = useWords();
  const { place } = problem;
  return (
    <li className="suivi-small">
      <div>
        <strong className="suivi-strong">{words.problems.severity[problem.severity]}</strong>
        {' · '}
        {place.kind === 'cell' ? (
          <GoTo look="link" place={place} label={words.problems.goTo({ place: placeName(place, words) })}>
            {placeName(place, words)}
          </GoTo>
        ) : (
          placeName(place, words)
        )}
      </div>
      <p>{describeProblem(language, problem)}</p>
    </li>
  );
}

/** Where a problem is, in words. */
export function placeName(place: Place, words: Words): string {
  switch (place.kind) {
    case 'cell':
      return `${place.sheet}, ${place.address}`;
    case 'sheet':
      return place.sheet;
    case 'line':
      return words.problems.line({ line: place.line });
    case 'field':
      return place.field;
    case 'workbook':
      return words.problems.workbook;
  }
}
