import { languageOf } from '../i18n';
import { createGateway } from '../workbook';
import type { BuiltKind } from './build';
import { fetched } from './fetched';
import { languageChoice } from './language';
import { commandLog } from './log';
import { browserStore, documentKey, systemDay } from './surroundings';

/** The functions of the ribbon's buttons, as the manifest names them: the whole period, without the pane. */
const functions: Readonly<Record<string, BuiltKind>> = { buildReport: 'report', buildCoverage: 'coverage' };

async function run(asked: BuiltKind): Promise<void> {
  const gateway = createGateway();
  const store = browserStore();
  const log = commandLog(store, documentKey(Office.context.document.url));
  const builder = await fetched(import('./build'));
  if (builder === null) {
    log.record({ asked, step: asked, error: { code: 'notLoaded', params: {} } });
    return;
  }
  const { built, failure } = await builder.build(gateway, {
    sheets: [asked],
    period: { from: null, to: null },
    language: null,
    interfaceLanguage: languageChoice(store).load() ?? languageOf(Office.context.displayLanguage),
    onlyUncovered: false,
    today: systemDay(),
  });
  log.record(failure === null ? null : { asked, ...failure });
  // The sheet that comes to the front is how a button says that it is done.
  for (const { sheet } of built) await gateway.goTo({ sheet, address: 'A1' });
}

// At once, as Microsoft's own do: Excel may ask for a function with the very message that makes Office ready.
for (const [name, asked] of Object.entries(functions)) {
  Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
    // Excel shows « en cours » and refuses the next button until the event is completed, whatever happened.
    void run(asked).finally(() => event.completed());
  });
}
void Office.onReady();
