/** @jest-environment jsdom */
import { keepFocus } from './keptFocus';

let root: HTMLElement;
let end: () => void;

// Of a focus that has gone, jsdom says that the whole page has none.
const inWindow = jest.spyOn(document, 'hasFocus');

beforeEach(() => {
  inWindow.mockReturnValue(true);
  document.body.innerHTML =
    '<button id="other">Ailleurs</button><div id="root"><input id="field"><div id="foot"><p id="notice"><button id="undo">Annuler</button></p><button id="add">Ajouter</button></div></div>';
  root = find('root');
  end = keepFocus(root);
});
afterEach(() => end());

const find = (id: string) => document.getElementById(id)!;
/** The id of what has the focus, once all that a change sets off is over. */
async function focused(): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve));
  return document.activeElement?.id ?? '';
}

it.each<readonly [what: string, change: () => void, then: string]>([
  [
    'goes alone, to what is left beside it',
    () => (find('notice').innerHTML = '<button id="again">Reprendre</button>'),
    'again',
  ],
  ['goes with all around it, to the nearest that is left', () => find('notice').remove(), 'add'],
  ['goes with all of its part, to the first of the rest', () => find('foot').remove(), 'field'],
  [
    'goes, past what is hidden, disabled or folded away',
    () => {
      find('foot').innerHTML =
        '<p hidden><button>1</button></p><button disabled>2</button><details><summary id="fold">3</summary><input></details>';
    },
    'fold',
  ],
  [
    'goes as browsers take it away, telling that the focus leaves it first',
    () => {
      find('undo').blur();
      find('notice').remove();
    },
    'add',
  ],
  [
    'goes as something else takes the focus, there',
    () => {
      find('notice').remove();
      find('other').focus();
    },
    'other',
  ],
  ['stays, where it is', () => find('add').remove(), 'undo'],
])('the focus of what %s', async (_what, change, then) => {
  find('undo').focus();
  change();
  expect(await focused()).toBe(then);
});

it('is given to nothing where the person left it', async () => {
  find('undo').focus();
  find('undo').blur();
  await focused();
  find('notice').remove();
  expect(await focused()).toBe('');
});

it('is given to nothing while the person is in another window', async () => {
  find('undo').focus();
  inWindow.mockReturnValue(false);
  find('notice').remove();
  expect(await focused()).toBe('');
});
