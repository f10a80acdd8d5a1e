import { createRoot } from 'react-dom/client';
import { browserStore, documentKey, systemDay } from '../commands/surroundings';
import { languageOf } from '../i18n';
import { createGateway } from '../workbook';
import { App, Shell } from './App';
import { createSignal } from './state/signal';
import './theme.css';
import './pane.css';
import { Unavailable, type UnavailableReason } from './screens/Unavailable';

/** The pane's only knowledge of Office: is it there, in which language, over which workbook. */
async function start(container: HTMLElement): Promise<void> {
  const root = createRoot(container);
  const unavailable = (reason: UnavailableReason, tag: string) => {
    document.documentElement.lang = tag;
    root.render(
      <Shell language={languageOf(tag)}>
        <Unavailable reason={reason} language={languageOf(tag)} />
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
  const { displayLanguage, document: workbook, requirements } = Office.context;
  if (!requirements.isSetSupported('ExcelApi', '1.13')) {
    unavailable('tooOld', displayLanguage);
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
        store: browserStore(),
        today: systemDay,
      }}
    />,
  );
}

const container = document.getElementById('root');
if (container) void start(container);
