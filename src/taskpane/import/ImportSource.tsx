import { Button, Field } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { Busy } from '../components/Busy';
import { ErrorNotice } from '../components/ErrorNotice';
import { Live } from '../components/Live';
import { Notice } from '../components/Notice';
import { useEnvironment, useWords } from '../environment';
import { describeRefusal } from '../../import';
import type { Reading } from './useImport';
import { useImporterWords } from './words';

/** A field with more text than this makes every browser slow; the rest is kept and read all the same. */
const mostShown = 20_000;

const accepted = '.docx,.xlsx,.md,.markdown,.txt,.tsv,.csv,.html,.htm';

/** What was pasted or typed, as it will be read. */
export interface PastedText {
  readonly html: string;
  readonly text: string;
}

export interface ImportSourceProps {
  readonly reading: Exclude<Reading, { readonly step: 'read' }>;
  /** Kept by the screen: it outlives a document that could not be read. */
  readonly pasted: PastedText;
  readonly onPasted: (pasted: PastedText) => void;
  readonly onRead: (pasted: PastedText) => void;
  readonly onFile: (file: File) => void;
  readonly onSheet: () => void;
  readonly onClose?: () => void;
}

/** Where a document comes in: pasted anywhere on the screen, chosen as a file, dropped, or taken from the active sheet. */
export function ImportSource({ reading, pasted, onPasted, onRead, onFile, onSheet, onClose }: ImportSourceProps) {
  const words = useImporterWords();
  const root = useRef<HTMLElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const busy = reading.step === 'busy';
  const isShortened = pasted.text.length > mostShown;

  // After a refusal the keyboard is at the text again, which is still there.
  const failed = reading.step !== 'busy' && reading.step !== 'none';
  useLayoutEffect(() => {
    if (failed) field.current?.focus();
  }, [failed]);

  const take = useEffectEvent((event: ClipboardEvent) => {
    if (busy || event.defaultPrevented || !event.clipboardData || root.current?.closest('[hidden]')) return;
    const { clipboardData } = event;
    const html = clipboardData.getData('text/html');
    const text = clipboardData.getData('text/plain');
    const [first] = clipboardData.files;
    event.preventDefault();
    if (html === '' && text === '' && first) {
      onFile(first);
      return;
    }
    onPasted({ html, text });
    onRead({ html, text });
  });
  const takeFile = useEffectEvent((event: DragEvent) => {
    const [dropped] = event.dataTransfer?.files ?? [];
    if (busy || !dropped || root.current?.closest('[hidden]')) return;
    event.preventDefault();
    onFile(dropped);
  });
  useEffect(() => {
    // On the page and not on the section: a paste goes to whatever has the focus, which may be a tab.
    const onPaste = (event: ClipboardEvent) => take(event);
    const onDrop = (event: DragEvent) => takeFile(event);
    // Without it the browser opens a file that is dropped instead of giving it.
    const onDragOver = (event: DragEvent) => event.preventDefault();
    document.addEventListener('paste', onPaste);
    document.addEventListener('drop', onDrop);
    document.addEventListener('dragover', onDragOver);
    return () => {
      document.removeEventListener('paste', onPaste);
      document.removeEventListener('drop', onDrop);
      document.removeEventListener('dragover', onDragOver);
    };
  }, []);

  return (
    <section ref={root} className="suivi-import" aria-labelledby="import-source">
      <h2 id="import-source" className="suivi-import-title">
        {words.title}
      </h2>
      <p>{words.source.intro}</p>
      <Field
        label={words.source.field}
        {...(isShortened ? { hint: words.source.shortened({ shown: mostShown, length: pasted.text.length }) } : {})}
      >
        {(control) => (
          <textarea
            {...control}
            ref={field}
            className="suivi-textarea suivi-import-field"
            rows={6}
            placeholder={words.source.placeholder}
            spellCheck={false}
            readOnly={isShortened || busy}
            value={pasted.text.slice(0, mostShown)}
            onChange={({ target }) => onPasted({ html: '', text: target.value })}
          />
        )}
      </Field>
      <div className="suivi-buttons">
        {pasted.text.trim() !== '' && (
          <Button appearance="primary" disabledFocusable={busy} onClick={() => onRead(pasted)}>
            {words.source.read}
          </Button>
        )}
        <Button disabledFocusable={busy} onClick={() => file.current?.click()}>
          {words.source.file}
        </Button>
        <Button disabledFocusable={busy} onClick={onSheet}>
          {words.source.sheet}
        </Button>
        {onClose && (
          <Button appearance="subtle" disabledFocusable={busy} onClick={onClose}>
            {words.source.close}
          </Button>
        )}
      </div>
      <p className="suivi-quiet">{words.source.fileHint}</p>
      <input
        ref={file}
        type="file"
        hidden
        aria-label={words.source.file}
        accept={accepted}
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          // The same file, corrected meanwhile, may be chosen again.
          target.value = '';
          if (chosen) onFile(chosen);
        }}
      />
      <Live className="suivi-results">
        <ReadingNotice reading={reading} />
      </Live>
    </section>
  );
}

function ReadingNotice({ reading }: Pick<ImportSourceProps, 'reading'>) {
  const { language } = useEnvironment();
  const words = useImporterWords();
  const pane = useWords();
  switch (reading.step) {
    case 'none':
      return null;
    case 'busy':
      return <Busy label={words.source.reading} />;
    case 'notAPlan':
      return (
        <Notice tone="warning" title={words.notAPlan.title}>
          <p>{words.notAPlan.text}</p>
        </Notice>
      );
    case 'unreadFile':
      return (
        <Notice tone="error" title={words.refused}>
          <p>{words.unreadFile}</p>
        </Notice>
      );
    case 'refused':
      return (
        <Notice tone="error" title={words.refused}>
          <p>{describeRefusal(language, reading.refusal)}</p>
        </Notice>
      );
    case 'failed':
      return <ErrorNotice title={pane.failed.read} error={reading.error} />;
  }
}
