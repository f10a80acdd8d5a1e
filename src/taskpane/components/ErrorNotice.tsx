import { Button } from '@fluentui/react-components';
import type { WorkbookError } from '../../workbook';
import { useWords } from '../environment';
import { deferred } from './Deferred';
import { Details } from './Details';
import { Notice } from './Notice';

/** The words of every error weigh more than the screen: they come with the first one. */
export const ErrorText = deferred(() => import('./ErrorText'), null);

/** What Excel refused, in the person's words, with what is wrong in the workbook and Excel's own words folded away. */
export function ErrorNotice({ title, error, onRetry }: { title: string; error: WorkbookError; onRetry?: () => void }) {
  const words = useWords();
  return (
    <Notice tone="error" title={title}>
      <ErrorText error={error} />
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
