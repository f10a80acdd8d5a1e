/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { page as en } from '../i18n/en/page';
import { page as fr } from '../i18n/fr/page';

/** The page itself, for a webview that runs none of its scripts. */

const read = (name: string) => readFileSync(path.resolve(__dirname, name), 'utf8');
const html = new DOMParser().parseFromString(read('taskpane.html'), 'text/html');

it('says in both languages why nothing opens in an old webview, in the words of the catalogues', () => {
  const said = [...html.querySelectorAll('.suivi-old-webview p')].map((paragraph) => [
    paragraph.closest('[lang]')?.getAttribute('lang'),
    paragraph.textContent.trim().replace(/[ \n]+/g, ' '),
  ]);
  expect(said).toEqual([
    ['fr', fr.oldWebview],
    ['en', en.oldWebview],
  ]);
});

it('says it to nobody else, before any script has run', () => {
  expect(read('pane.css')).toMatch(/@supports selector\(:focus-visible\) \{\s*\.suivi-old-webview \{\s*display: none;/);
});
