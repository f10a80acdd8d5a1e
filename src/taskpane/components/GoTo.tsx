import { Button } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { WorkbookError } from '../../workbook';
import { useEnvironment, useWords } from '../environment';
import { ErrorNotice } from './ErrorNotice';

export interface GoToProps {
  readonly place: { readonly sheet: string; readonly address: string };
  /** `link` within a sentence. */
  readonly look: 'button' | 'link';
  /** Where the text alone does not say where it leads. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** Shows a place of the workbook, or says why it could not be shown. */
export function GoTo({ place: { sheet, address }, look, label, children }: GoToProps) {
  const { gateway } = useEnvironment();
  const words = useWords();
  const [error, setError] = useState<WorkbookError | null>(null);
  const go = async () => {
    const result = await gateway.goTo({ sheet, address });
    setError(result.ok ? null : result.error);
  };
  return (
    <>
      {look === 'link' ? (
        <button type="button" className="suivi-link" aria-label={label} onClick={() => void go()}>
          {children}
        </button>
      ) : (
        <Button size="small" aria-label={label} onClick={() => void go()}>
          {children}
        </Button>
      )}
      {error && <ErrorNotice title={words.failed.go} error={error} />}
    </>
  );
}
