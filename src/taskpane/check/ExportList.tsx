import { Button, Textarea } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { describeProblem } from '../../i18n';
import type { Finding } from '../../workbook';
import { Live } from '../components/Live';
import { placeName } from '../components/ProblemList';
import { useEnvironment, useWords } from '../environment';
import { useScreenWords } from '../screens/words';

/** The list as text, one problem a line with tabs between: frames in Excel may not write to the clipboard, so it can be selected. */
export function ExportList({ findings }: { findings: readonly Finding[] }) {
  const { language } = useEnvironment();
  const words = useScreenWords().check;
  const paneWords = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const [opened, setOpened] = useState(false);
  const [copied, setCopied] = useState<boolean | null>(null);

  const lines = () =>
    findings
      .map(({ problem, repair }) =>
        [
          paneWords.problems.severity[problem.severity],
          placeName(problem.place, paneWords),
          describeProblem(language, problem).replace(/\s*[\t\r\n]+\s*/g, ' '),
          repair === null ? '' : repair.safe ? words.exportSafe : words.exportUnsafe,
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
