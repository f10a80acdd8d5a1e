import type { ReactNode } from 'react';
import { describeProblem } from '../../i18n';
import type { Place, Problem } from '../../plan';
import { useEnvironment, useWords } from '../environment';
import type { Words } from '../words';
import { GoTo } from './GoTo';

/** The rest is in the sheets: a pane that lists a thousand problems helps nobody. */
const shownAtOnce = 50;

/** The first problems of the workbook, each with its place. */
export default function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const words = useWords();
  return (
    <ul>
      {problems.slice(0, shownAtOnce).map((problem, index) => (
        <ProblemItem key={index} problem={problem} />
      ))}
      {problems.length > shownAtOnce && <li>{words.problems.more({ count: problems.length - shownAtOnce })}</li>}
    </ul>
  );
}

/** A problem: how grave it is, where, what it is; then what can be done about it, where anything can. */
export function ProblemItem({ problem, children }: { problem: Problem; children?: ReactNode }) {
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
      {children}
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
