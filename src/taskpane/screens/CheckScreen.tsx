import { Button, Textarea } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { describeProblem } from '../../i18n';
import type { Problem, Severity } from '../../plan';
import { Live } from '../components/Live';
import { Notice } from '../components/Notice';
import { placeName, ProblemItem } from '../components/ProblemList';
import { useEnvironment, useWords } from '../environment';
import { useScreenWords } from './words';

const severities: readonly Severity[] = ['error', 'warning', 'info'];
const shownAtOnce = 50;

export interface CheckScreenProps {
  readonly problems: readonly Problem[];
  readonly onCheck: () => Promise<void>;
}

/** What is wrong in the workbook, the gravest first, each with its place and what to do about it. */
export default function CheckScreen({ problems, onCheck }: CheckScreenProps) {
  const words = useScreenWords().check;
  const [checking, setChecking] = useState(false);
  const check = async () => {
    setChecking(true);
    await onCheck();
    setChecking(false);
  };
  return (
    <div className="suivi-report">
      <div className="suivi-between">
        <h2 className="suivi-heading">{words.title}</h2>
        <Button size="small" disabledFocusable={checking} onClick={() => void check()}>
          {checking ? words.checking : words.again}
        </Button>
      </div>
      <Live>
        {problems.length === 0 ? (
          <Notice tone="success" title={words.none}>
            {words.noneText}
          </Notice>
        ) : (
          <p className="suivi-quiet">{words.counts({ count: problems.length })}</p>
        )}
      </Live>
      {severities.map((severity) => (
        <Group key={severity} severity={severity} problems={problems.filter((each) => each.severity === severity)} />
      ))}
      {problems.length > 0 && <ExportList problems={problems} />}
    </div>
  );
}

function Group({ severity, problems }: { severity: Severity; problems: readonly Problem[] }) {
  const words = useScreenWords().check;
  const [shown, setShown] = useState(shownAtOnce);
  if (problems.length === 0) return null;
  const left = problems.length - shown;
  return (
    <section className={`suivi-problem-group ${severity}`}>
      <h3>{words.severities[severity]({ count: problems.length })}</h3>
      <p className="suivi-quiet">{words.meaning[severity]}</p>
      <ul className="suivi-list">
        {problems.slice(0, shown).map((problem, index) => (
          <ProblemItem key={index} problem={problem} />
        ))}
      </ul>
      {left > 0 && (
        <Button size="small" onClick={() => setShown(shown + 4 * shownAtOnce)}>
          {words.more({ count: left })}
        </Button>
      )}
    </section>
  );
}

/** The list as text, one problem a line with tabs between: frames in Excel may not write to the clipboard, so it can be selected. */
function ExportList({ problems }: { problems: readonly Problem[] }) {
  const { language } = useEnvironment();
  const words = useScreenWords().check;
  const paneWords = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const [opened, setOpened] = useState(false);
  const [copied, setCopied] = useState<boolean | null>(null);

  const lines = () =>
    severities
      .flatMap((severity) => problems.filter((problem) => problem.severity === severity))
      .map((problem) =>
        [
          paneWords.problems.severity[problem.severity],
          placeName(problem.place, paneWords),
          describeProblem(language, problem).replace(/\s*[\t\r\n]+\s*/g, ' '),
        ].join('\t'),
      )
      .join('\n');
  const copy = () => {
    field.current?.select();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- `navigator.clipboard` is blocked in the frames of Excel on the web; this is not
    setCopied(document.execCommand('copy'));
  };
  return (
    <details onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary className="suivi-summary">{words.export}</summary>
      {opened && (
        <div className="suivi-more">
          <p className="suivi-quiet">{words.exportHint}</p>
          <Textarea textarea={{ ref: field }} readOnly rows={6} aria-label={words.export} value={lines()} />
          <div>
            <Button onClick={copy}>{words.copy}</Button>
          </div>
          <Live>{copied !== null && <p>{copied ? words.copied : words.notCopied}</p>}</Live>
        </div>
      )}
    </details>
  );
}
