import { createRoot } from 'react-dom/client';
import { languageChoice } from '../commands/language';
import { browserStore, documentKey, systemDay } from '../commands/surroundings';
import { languageOf } from '../i18n';
import { createGateway, prefetchGateway } from '../workbook';
import { App, Shell } from './App';
import { Busy } from './components/Busy';
import { prefetchScreens } from './Pane';
import { createSignal } from './state/signal';
import './theme.css';
import './pane.css';
import { Unavailable, type UnavailableReason } from './screens/Unavailable';
import { words } from './words';

/** Milliseconds after the first render. */
const prefetchDelay = 2000;

/** The pane's only knowledge of Office: is it there, in which language, over which workbook. */
async function start(container: HTMLElement): Promise<void> {
  const root = createRoot(container);
  const store = browserStore();
  // Excel tells its language with its first answer, which may take a while.
  const expected = languageChoice(store).load() ?? languageOf(navigator.language);
  root.render(
    <Shell language={expected}>
      <h1 className="suivi-unseen">{words(expected).name}</h1>
      <Busy className="suivi-loading" label={words(expected).loading} />
    </Shell>,
  );
  const unavailable = (reason: UnavailableReason, tag: string, detail?: string) => {
    document.documentElement.lang = tag;
    root.render(
      <Shell language={languageOf(tag)}>
        <Unavailable reason={reason} language={languageOf(tag)} {...(detail === undefined ? {} : { detail })} />
      </Shell>,
    );
  };

  if (typeof Office === 'undefined') {
    unavailable('officeMissing', navigator.language);
    return;
  }
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) {
    unavailable('notExcel', navigator.language);
    return;
  }
  const { diagnostics, displayLanguage, document: workbook, requirements } = Office.context;
  if (!requirements.isSetSupported('ExcelApi', '1.13')) {
    unavailable('tooOld', displayLanguage, `Excel ${diagnostics.version}, ${diagnostics.platform}`);
    return;
  }

  document.documentElement.lang = displayLanguage;
  const cellEdit = createSignal();
  root.render(
    <App
      environment={{
        gateway: createGateway({ onCellEdit: cellEdit.set }),
        cellEdit,
        language: languageOf(displayLanguage),
        documentKey: documentKey(workbook.url),
        store,
        today: systemDay,
      }}
    />,
  );
  // Once the person can begin: nothing of this may take time from the first screen.
  setTimeout(() => void prefetchScreens().then(prefetchGateway), prefetchDelay);
}

const container = document.getElementById('root');
if (container) void start(container);
