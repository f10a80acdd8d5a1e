import { Button } from '@fluentui/react-components';
import { describeProblem } from '../../i18n';
import { describeError, type WorkbookError } from '../../workbook';
import { useEnvironment, useWords } from '../environment';
import { Details } from './Details';
import { Notice } from './Notice';

/** What Excel refused, in the person's words, with what is wrong in the workbook and Excel's own words folded away. */
export function ErrorNotice({ title, error, onRetry }: { title: string; error: WorkbookError; onRetry?: () => void }) {
  const { language } = useEnvironment();
  const words = useWords();
  return (
    <Notice tone="error" title={title}>
      <p>{describeError(language, error)}</p>
      {error.problems?.map((problem, index) => (
        <p key={index}>{describeProblem(language, problem)}</p>
      ))}
      {error.detail !== undefined && (
        <Details label={words.details}>
          {error.code}: {error.detail}
        </Details>
      )}
      {onRetry && (
        <div>
          <Button size="small" onClick={onRetry}>
            {words.retry}
          </Button>
        </div>
      )}
    </Notice>
  );
}
