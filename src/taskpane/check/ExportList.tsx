import { describeProblem } from '../../i18n';
import type { Finding } from '../../workbook';
import { placeName } from '../components/ProblemList';
import { TextToCopy } from '../components/TextToCopy';
import { useEnvironment, useWords } from '../environment';
import { useScreenWords } from '../screens/words';

/** The list as text to copy, one problem a line with tabs between. */
export function ExportList({ findings }: { findings: readonly Finding[] }) {
  const { language } = useEnvironment();
  const words = useScreenWords().check;
  const paneWords = useWords();

  const lines = () =>
    findings
      .map(({ problem, repair, choices }) =>
        [
          paneWords.problems.severity[problem.severity],
          placeName(problem.place, paneWords),
          describeProblem(language, problem).replace(/\s*[\t\r\n]+\s*/g, ' '),
          repair === null ? (choices ? words.exportUnsafe : '') : repair.safe ? words.exportSafe : words.exportUnsafe,
        ].join('\t'),
      )
      .join('\n');
  return <TextToCopy rows={6} text={lines} words={{ ...words, title: words.export, hint: words.exportHint }} />;
}
