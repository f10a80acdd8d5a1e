import { createRoot } from 'react-dom/client';
import { languageOf } from '../i18n';
import { App } from './App';
import { applySwitches, fetchDocument, newDocument } from './documents';
import { fetchManifest } from './pane/addin';
import { readSwitches } from './switches';
import { localeOf, words } from './words';

/** Where the page starts: the example plan, or an empty workbook where the server has none. */
const example = '/examples/exemple.xlsx';

async function start(): Promise<void> {
  const language = languageOf(new URLSearchParams(location.search).get('lang') ?? 'fr');
  document.documentElement.lang = language;
  const [opened, manifest] = await Promise.all([
    fetchDocument(example, language),
    fetchManifest(localeOf(language)),
    loadStyles(new URL('./workbench.css', import.meta.url).href),
  ]);
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no root element.');
  const first = opened ?? newDocument(language, words(language).newFileName);
  const firstSwitches = readSwitches(location.search);
  applySwitches(first, firstSwitches);
  createRoot(root).render(<App language={language} first={first} manifest={manifest} firstSwitches={firstSwitches} />);
}

/** The page's styles are a file of their own, awaited so that nothing is drawn without them. */
function loadStyles(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = address;
    link.onload = () => resolve();
    link.onerror = () => reject(new Error(`The styles cannot be loaded: ${address}`));
    document.head.append(link);
  });
}

void start();
