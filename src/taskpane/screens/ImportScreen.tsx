import { useState } from 'react';
import type { TrackedPlan } from '../../plan';
import type { WorkbookStatus } from '../../workbook';
import { noChoices } from '../import/choices';
import { ImportOutcome } from '../import/ImportOutcome';
import { ImportPreview } from '../import/ImportPreview';
import { ImportSource, type PastedText } from '../import/ImportSource';
import { isImported } from '../import/outcome';
import { useImport } from '../import/useImport';

export interface ImportScreenProps {
  readonly kind: WorkbookStatus['kind'];
  /** Null in a workbook without a plan. */
  readonly tracked: TrackedPlan | null;
  readonly writable: boolean;
  readonly onWritten: () => Promise<void>;
  readonly onSettings: () => void;
  /** Where the screen stands alone: back to where it was opened from, or on to the plan. */
  readonly onClose?: () => void;
}

/** What a document may say of its plan as a whole, and the report then shows at its head. */
const stated = ['organisation', 'title'] as const;

/** Brings in the document that people have: pasted, from a file, or from a sheet; seen and settled before it is written. */
export default function ImportScreen(props: ImportScreenProps) {
  const { kind, tracked, writable, onWritten, onSettings, onClose } = props;
  const job = useImport(onWritten);
  const { reading, writing } = job;
  const [pasted, setPasted] = useState<PastedText>({ html: '', text: '' });
  const [choices, setChoices] = useState(noChoices);
  /** Choices are about one document: the next one starts without them. */
  const [seen, setSeen] = useState(reading);
  if (seen !== reading) {
    setSeen(reading);
    setChoices(noChoices);
  }

  if (isImported(writing)) {
    return (
      <ImportOutcome
        writing={writing}
        blank={tracked ? stated.filter((name) => tracked.plan[name] === '') : []}
        onSettings={onSettings}
        onUndo={(receipt) => void job.undo(receipt)}
        onBack={job.backToPreview}
        onAnother={() => {
          setPasted({ html: '', text: '' });
          job.discard();
        }}
        {...(onClose && { onClose })}
      />
    );
  }
  if (reading.step === 'read') {
    return (
      <ImportPreview
        read={reading.read}
        kind={kind}
        tracked={tracked}
        writable={writable}
        writing={writing}
        choices={choices}
        onChoices={setChoices}
        onWrite={(write) => void job.write(write)}
        onCancel={job.cancel}
        onDiscard={job.discard}
      />
    );
  }
  return (
    <ImportSource
      reading={reading}
      pasted={pasted}
      onPasted={setPasted}
      onRead={({ html, text }) => void job.readPaste(html, text)}
      onFile={(file) => void job.readFile(file)}
      onSheet={() => void job.readSheet()}
      {...(onClose && { onClose })}
    />
  );
}
