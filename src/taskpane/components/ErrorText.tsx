import { describeProblem } from '../../i18n';
import { describeError, type WorkbookError } from '../../workbook';
import { useEnvironment } from '../environment';

/** An error in words, then each of the problems of the workbook that is its reason. */
export default function ErrorText({ error }: { error: WorkbookError }) {
  const { language } = useEnvironment();
  return (
    <>
      <p>{describeError(language, error)}</p>
      {error.problems?.map((problem, index) => (
        <p key={index}>{describeProblem(language, problem)}</p>
      ))}
    </>
  );
}
