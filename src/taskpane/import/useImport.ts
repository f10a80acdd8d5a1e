import { useMemo, useRef, useState } from 'react';
import type { DocumentSource, RefusalCode } from '../../import';
import { toParts } from '../../plan';
import type { ImportProgress, ImportReceipt, ImportRequest, WorkbookError } from '../../workbook';
import { useEnvironment } from '../environment';
import { once } from '../state/once';
import type { Origin, ReadImport } from './reading';

/** How far the reading of a document has come. */
export type Reading =
  | { readonly step: 'none' | 'busy' | 'notAPlan' | 'unreadFile' }
  | { readonly step: 'refused'; readonly refusal: RefusalCode }
  | { readonly step: 'failed'; readonly error: WorkbookError }
  | { readonly step: 'read'; readonly read: ReadImport };

/** How far the import has come. */
export type Writing =
  | { readonly step: 'idle' }
  | { readonly step: 'writing'; readonly progress: ImportProgress | null; readonly isCancelling: boolean }
  | { readonly step: 'failed'; readonly error: WorkbookError }
  | { readonly step: 'done' | 'undoing'; readonly receipt: ImportReceipt }
  | { readonly step: 'undone' }
  | { readonly step: 'undoFailed'; readonly receipt: ImportReceipt; readonly error: WorkbookError };

/** Reads a document, writes what it adds, and takes that back: one thing at a time. */
export function useImport(onWritten: () => Promise<void>) {
  const { gateway, language, today } = useEnvironment();
  const [reading, setReading] = useState<Reading>({ step: 'none' });
  const [writing, setWriting] = useState<Writing>({ step: 'idle' });
  const alone = useMemo(() => once(), []);
  const controller = useRef<AbortController | null>(null);

  const readWith = (load: () => Promise<LoadedSource | Reading>) =>
    alone(async () => {
      setReading({ step: 'busy' });
      setWriting({ step: 'idle' });
      // The reading of a long document holds the page: what says so must be on it first.
      await painted();
      const loaded = await load();
      if ('step' in loaded) {
        setReading(loaded);
        return;
      }
      const room = await import('./room');
      const result = room.read(loaded.source, loaded.origin, { language, referenceYear: toParts(today()).year });
      setReading(
        result.outcome === 'read'
          ? { step: 'read', read: result.read }
          : result.outcome === 'refused'
            ? { step: 'refused', refusal: result.refusal }
            : { step: 'notAPlan' },
      );
    });

  return {
    reading,
    writing,
    readPaste: (html: string, text: string) =>
      readWith(() => Promise.resolve({ source: { kind: 'paste', html, text }, origin: { kind: 'paste' } })),
    readFile: (file: File) => readWith(() => loadFile(file)),
    readSheet: () =>
      readWith(async () => {
        const cells = await gateway.readActiveSheet();
        return cells.ok
          ? { source: { kind: 'sheets', sheets: [cells.value] }, origin: { kind: 'sheet', name: cells.value.sheet } }
          : { step: 'failed', error: cells.error };
      }),
    /** Forgets the document and the outcome: the screen is as it was at first. */
    discard: () => {
      setReading({ step: 'none' });
      setWriting({ step: 'idle' });
    },
    backToPreview: () => setWriting({ step: 'idle' }),
    write: (write: ImportRequest) =>
      alone(async () => {
        const own = new AbortController();
        controller.current = own;
        setWriting({ step: 'writing', progress: null, isCancelling: false });
        const result = await gateway.importPlan(write, {
          signal: own.signal,
          onProgress: (progress) => setWriting({ step: 'writing', progress, isCancelling: own.signal.aborted }),
        });
        controller.current = null;
        if (!result.ok) {
          setWriting(result.error.code === 'cancelled' ? { step: 'idle' } : { step: 'failed', error: result.error });
          return;
        }
        setWriting({ step: 'done', receipt: result.value });
        await onWritten();
      }),
    cancel: () => {
      controller.current?.abort();
      setWriting((now) => (now.step === 'writing' ? { ...now, isCancelling: true } : now));
    },
    undo: (receipt: ImportReceipt) =>
      alone(async () => {
        setWriting({ step: 'undoing', receipt });
        const result = await gateway.undoImport(receipt);
        if (!result.ok) {
          setWriting({ step: 'undoFailed', receipt, error: result.error });
          return;
        }
        setWriting({ step: 'undone' });
        await onWritten();
      }),
  };
}

interface LoadedSource {
  readonly source: DocumentSource;
  readonly origin: Origin;
}

async function loadFile(file: File): Promise<LoadedSource | Reading> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { source: { kind: 'file', bytes }, origin: { kind: 'file', name: file.name } };
  } catch (error) {
    // A file that was moved, or that another program holds, since it was chosen.
    if (error instanceof DOMException) return { step: 'unreadFile' };
    throw error;
  }
}

function painted(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
