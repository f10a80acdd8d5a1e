import { useCallback, useEffect, useState } from 'react';
import { XlsxError } from '../host';
import { printRect } from '../host/model/geometry/address';
import { rectOf } from '../host/model/geometry/rect';
import type { Language } from '../i18n';
import { applySwitches, download, newDocument, openDocument, type OpenDocument } from './documents';
import { entryText } from './editing';
import { FormulaBar } from './FormulaBar';
import { Grid } from './grid/Grid';
import type { Scroll } from './grid/use-window';
import type { AddinManifest, RibbonButton } from './manifest';
import { Message } from './Message';
import { Pane } from './pane/Pane';
import { runCommand } from './pane/run-command';
import { Ribbon } from './Ribbon';
import { SheetTabs } from './SheetTabs';
import { StatusBar } from './StatusBar';
import { summarise } from './summary';
import { learnedOnce, withSwitches, type Switches } from './switches';
import { useWorkbench } from './use-workbench';
import { WorkbookWatch } from './watch';
import { words as wordsOf } from './words';

interface AppProps {
  readonly language: Language;
  /** With the switches applied. */
  readonly first: OpenDocument;
  readonly manifest: AddinManifest | null;
  readonly firstSwitches: Switches;
}

/** The page: one workbook at a time, each with a window of its own that forgets the one before. */
export function App({ language, first, manifest, firstSwitches }: AppProps) {
  const words = wordsOf(language);
  const [document, setDocument] = useState(first);
  const [switches, setSwitches] = useState(firstSwitches);
  const [message, setMessage] = useState<string | null>(manifest ? null : words.message.noManifest);

  const replace = (next: OpenDocument) => {
    document.host.close();
    applySwitches(next, switches);
    setMessage(null);
    setDocument(next);
  };
  const change = (next: Switches) => {
    applySwitches(document, next);
    setSwitches(next);
    history.replaceState(null, '', `${location.pathname}${withSwitches(location.search, next)}`);
  };
  const openFile = async (file: File) => {
    try {
      replace(openDocument(new Uint8Array(await file.arrayBuffer()), language, file.name));
    } catch (error) {
      if (!(error instanceof XlsxError)) throw error;
      setMessage(words.message.notOpened({ file: file.name, reason: words.message.unreadable[error.code] }));
    }
  };

  return (
    <>
      <Window
        key={document.id}
        language={language}
        document={document}
        manifest={manifest}
        onMessage={setMessage}
        onNew={() => replace(newDocument(language, words.newFileName))}
        onOpen={(file) => void openFile(file)}
        switches={switches}
        onSwitches={change}
      />
      {message !== null && <Message words={words} text={message} onDismiss={() => setMessage(null)} />}
    </>
  );
}

interface WindowProps {
  readonly language: Language;
  readonly document: OpenDocument;
  readonly manifest: AddinManifest | null;
  readonly onMessage: (message: string) => void;
  readonly onNew: () => void;
  readonly onOpen: (file: File) => void;
  readonly switches: Switches;
  readonly onSwitches: (switches: Switches) => void;
}

/** Excel's window around one workbook. */
function Window(props: WindowProps) {
  const { language, document: opened, manifest, onMessage, onNew, onOpen, switches, onSwitches } = props;
  const words = wordsOf(language);
  const { workbook, host } = opened;
  const [watch] = useState(() => new WorkbookWatch(workbook));
  const workbench = useWorkbench(opened, watch, words, onMessage);
  const { sheet, view, selection, rect, editing, clip, seen } = workbench;
  const [paneOpen, setPaneOpen] = useState(true);
  const [running, setRunning] = useState<string | null>(null);
  const [scrolls] = useState(() => new Map<string, Scroll>());
  const panePage = pageOfPane(manifest);

  useEffect(() => () => watch.close(), [watch]);
  useEffect(() => {
    document.title = words.title({ file: workbook.fileName });
  }, [words, workbook]);

  const save = useCallback(() => {
    download(workbook);
    watch.saved();
  }, [workbook, watch]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      save();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [save]);

  useEffect(() => {
    if (!seen.unsaved) return;
    const onLeave = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', onLeave);
    return () => removeEventListener('beforeunload', onLeave);
  }, [seen.unsaved]);

  const confirmed = () => !seen.unsaved || confirm(words.message.discard);

  const runButton = (button: RibbonButton) => {
    workbench.commit();
    if (button.action.kind === 'pane') {
      setPaneOpen(true);
      return;
    }
    setRunning(button.id);
    void runCommand(host, button.action.page, button.action.name, button.id)
      .then((completed) => {
        if (!completed) onMessage(words.message.commandTimedOut({ command: button.label }));
      })
      .finally(() => setRunning(null));
  };

  const rememberScroll = useCallback((scroll: Scroll) => void scrolls.set(sheet.id, scroll), [scrolls, sheet.id]);
  const active = rectOf(selection.active.row, selection.active.column);
  const copied = clip?.sheet === sheet ? clip.rect : null;

  return (
    <div className="window">
      <header>
        <div className="title-bar">
          <img src="/addin/assets/suivi-16.png" alt="" width={16} height={16} />
          <h1>{workbook.fileName}</h1>
          <span className="saved-state">
            {workbook.options.readOnly ? words.readOnly : seen.unsaved ? words.unsaved : words.saved}
          </span>
        </div>
        <Ribbon
          words={words}
          manifest={manifest}
          canUndo={workbook.history.canUndo}
          canRedo={workbook.history.canRedo}
          running={running}
          paneOpen={paneOpen}
          onNew={() => confirmed() && onNew()}
          onOpen={(file) => confirmed() && onOpen(file)}
          onSave={() => {
            workbench.commit();
            save();
          }}
          onUndo={() => workbench.act({ kind: 'undo' })}
          onRedo={() => workbench.act({ kind: 'redo' })}
          onAddin={runButton}
          switches={switches}
          onSwitches={onSwitches}
        />
        <FormulaBar
          words={words}
          address={rect.rows === 1 && rect.columns === 1 ? printRect(rect) : printRect(active)}
          text={entryText(sheet, selection.active.row, selection.active.column)}
          editing={editing}
          onGoTo={workbench.goTo}
          onStart={() => workbench.startEditing('bar')}
          onChange={(text) => editing && workbench.edit({ ...editing, text, where: 'bar' })}
          onAccept={workbench.accept}
          onCancel={workbench.cancelEditing}
        />
      </header>
      <main className="desk">
        <div className="sheet-area">
          <Grid
            key={sheet.id}
            view={view}
            label={sheet.name}
            selection={selection}
            editing={editing?.sheet === sheet.id ? editing : null}
            copied={copied}
            initialScroll={scrolls.get(sheet.id) ?? { x: 0, y: 0 }}
            words={words.grid}
            onScrolled={rememberScroll}
            onSelect={workbench.select}
            onAction={workbench.act}
            onEditing={workbench.edit}
            onAccept={workbench.accept}
            onCancel={workbench.cancelEditing}
            onCopy={workbench.copy}
            onPaste={workbench.paste}
          />
          <SheetTabs
            words={words}
            sheets={workbook.sheets}
            active={sheet}
            onActivate={workbench.activate}
            onAdd={workbench.addSheet}
          />
        </div>
        {manifest && panePage !== null && paneOpen && (
          <Pane
            key={learnedOnce(switches)}
            words={words}
            title={manifest.name}
            host={host}
            page={panePage}
            onClose={() => setPaneOpen(false)}
          />
        )}
      </main>
      <StatusBar
        words={words}
        language={language}
        state={editing ? (editing.mode === 'enter' ? 'entering' : 'editing') : clip ? 'copied' : 'ready'}
        summary={summarise(sheet, rect)}
        host={host}
      />
    </div>
  );
}

/** The page of the first button that opens a pane. */
function pageOfPane(manifest: AddinManifest | null): string | null {
  const buttons = manifest?.groups.flatMap((group) => group.buttons) ?? [];
  const button = buttons.find((one) => one.action.kind === 'pane');
  return button?.action.page ?? null;
}
