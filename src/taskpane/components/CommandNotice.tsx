import { Button } from '@fluentui/react-components';
import { useWords } from '../environment';
import { useCommandFailure } from '../hooks/useCommandFailure';
import { ErrorNotice } from './ErrorNotice';
import { Live } from './Live';

/** Says in the pane what a button of the ribbon could not do, as Excel gives the button no way to. */
export function CommandNotice() {
  const words = useWords();
  const [failure, putAway] = useCommandFailure();
  return (
    <Live>
      {failure && (
        <div className="suivi-stack">
          <ErrorNotice title={words.failed[failure.asked]} error={failure.error} />
          <Button size="small" onClick={putAway}>
            {words.close}
          </Button>
        </div>
      )}
    </Live>
  );
}
