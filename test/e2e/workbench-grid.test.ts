import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually';
import { describeInBrowser, startWorkbench, type WorkbenchBrowser } from './support/browser';
import { activeCell, showing } from './support/pane';

let workbench: WorkbenchBrowser;
let page: Page;

beforeAll(async () => {
  workbench = await startWorkbench();
  await workbench.browser.contexts()[0]?.grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(() => workbench.close());

beforeEach(async () => {
  page = await workbench.open();
  await page.getByRole('button', { name: 'Nouveau' }).click();
  await page.getByRole('grid').focus();
});
afterEach(() => page.close());

const cell = (address: string) => page.locator(`#cell-${address}`);
/** Waits until cells show these texts. */
async function show(expected: Readonly<Record<string, string>>, on = page): Promise<void> {
  const addresses = Object.keys(expected);
  await eventually(async () => {
    const texts = await Promise.all(addresses.map((address) => on.locator(`#cell-${address}`).innerText()));
    expect(Object.fromEntries(addresses.map((address, at) => [address, texts[at]]))).toEqual(expected);
  });
}

async function goTo(address: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Zone Nom' }).fill(address);
  await page.keyboard.press('Enter');
}

async function type(...entries: readonly string[]): Promise<void> {
  for (const entry of entries) {
    await page.keyboard.type(entry);
    await page.keyboard.press('Enter');
  }
}

describeInBrowser('the grid', () => {
  it('is read by role, row by row', async () => {
    await type('Bonjour', '1234,5');
    const grid = page.getByRole('grid', { name: 'Feuil1' });
    expect(await grid.getAttribute('aria-rowcount')).toBe('1048576');
    const row = grid.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '1', exact: true }) });
    await row
      .getByRole('gridcell')
      .first()
      .filter({ hasText: /^Bonjour$/ })
      .waitFor();
    expect(await row.getAttribute('aria-rowindex')).toBe('1');
    expect(await page.getByRole('columnheader', { name: 'A', exact: true }).getAttribute('aria-colindex')).toBe('1');
    await eventually(async () => expect(await activeCell(page)).toBe('A3'));
  });

  it('types as Excel does in the person’s language, and shows results', async () => {
    await type('12,5', '2021-06-02', '50%', '=A1*2', "'=A1");
    await show({ A1: '12,5', A2: '2021-06-02', A3: '50%', A4: '25', A5: '=A1' });
  });

  it('edits in the cell and in the formula bar, and leaves with Escape', async () => {
    await type('un');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('F2');
    await page.keyboard.type(' deux');
    await page.keyboard.press('Alt+Enter');
    await page.keyboard.type('trois');
    await showing(page.getByRole('textbox', { name: 'Barre de formule' }), 'un deux\ntrois');
    await page.keyboard.press('Tab');
    await cell('A1').filter({ hasText: 'trois' }).waitFor();

    await page.keyboard.type('non');
    await page.keyboard.press('Escape');
    await show({ B1: '' });

    await cell('A1').dblclick();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('quatre');
    await cell('C5').click();
    await show({ A1: 'quatre' });
  });

  it('takes back and does again', async () => {
    await type('un', 'deux');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await show({ A1: '', A2: '' });
    await page.keyboard.press('Control+y');
    await show({ A1: 'un', A2: '' });
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Delete');
    await show({ A1: '' });
  });

  it('copies a block with its line breaks, and pastes it as one step', async () => {
    await type('a', '"b"', '=1+1');
    await goTo('A1');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+c');
    await goTo('C2');
    await page.keyboard.press('Control+v');
    await show({ C2: 'a', C3: '"b"', C4: '2' });
    await eventually(async () => expect(await page.getByRole('gridcell', { selected: true }).count()).toBe(3));
    await page.keyboard.press('Control+z');
    await show({ C2: '', C3: '', C4: '' });
  });

  it('reaches the last row and column, and draws them', async () => {
    await page.keyboard.press('Control+ArrowDown');
    await page.keyboard.press('Control+ArrowRight');
    await showing(page.getByRole('textbox', { name: 'Zone Nom' }), 'XFD1048576');
    await type('fin');
    await show({ XFD1048576: 'fin' });
    await page.keyboard.press('Control+Home');
    await cell('A1').waitFor({ state: 'visible' });
  });

  it('widens a column by its edge, and fits it to its content by a double click', async () => {
    await type('Un titre plutôt long pour sa colonne');
    const heading = page.getByRole('columnheader', { name: 'A', exact: true });
    const width = async () => (await heading.boundingBox())?.width ?? 0;
    const box = await heading.boundingBox();
    if (!box) throw new Error('The heading of column A is not drawn.');
    const before = box.width;
    await page.mouse.move(box.x + box.width - 2, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width + 38, box.y + 8);
    await page.mouse.up();
    await eventually(async () => expect(await width()).toBeCloseTo(before + 40, -0.5));
    await page.mouse.dblclick(box.x + before + 38, box.y + 8);
    await eventually(async () => expect(await width()).toBeGreaterThan(before + 100));
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await eventually(async () => expect(await width()).toBe(before));
  });

  it('sums the selection at the foot of the window', async () => {
    await type('10', '20', 'mot');
    await page.getByRole('columnheader', { name: 'A', exact: true }).click({ position: { x: 20, y: 8 } });
    const status = page.getByRole('contentinfo', { name: 'Barre d’état' });
    await eventually(async () =>
      expect(await status.innerText()).toMatch(/Moyenne\s: 15\s+Nb \(non vides\)\s: 3\s+Somme\s: 30/),
    );
  });

  it('says why a place cannot be gone to, and goes on', async () => {
    await goTo('pas un nom');
    await page.getByRole('alert').getByText('pas un nom').waitFor();
  });
});

describeInBrowser('sheets', () => {
  it('are added, shown by tab and by key', async () => {
    await type('ici');
    await page.getByRole('button', { name: 'Nouvelle feuille' }).click();
    await page.getByRole('tab', { name: 'Feuil2', selected: true }).waitFor();
    await show({ A1: '' });
    await page.getByRole('grid').focus();
    await page.keyboard.press('Control+PageUp');
    await page.getByRole('tab', { name: 'Feuil1', selected: true }).waitFor();
    await show({ A1: 'ici' });
  });
});

describeInBrowser('the window', () => {
  it('speaks English when asked to', async () => {
    const english = await workbench.open({ lang: 'en' });
    await english.getByRole('button', { name: 'New', exact: true }).click();
    await english.getByRole('grid').focus();
    await english.keyboard.type('12.5');
    await english.keyboard.press('Enter');
    await show({ A1: '12.5' }, english);
    await english.getByRole('tab', { name: 'Sheet1', exact: true }).first().waitFor();
    await english.close();
  });

  it('saves what was typed in a file that opens again', async () => {
    await type('Rencontre', '2021-06-02');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Enregistrer' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Classeur1.xlsx');
    await page.getByText('Enregistré', { exact: true }).waitFor();

    await page.getByRole('button', { name: 'Nouveau' }).click();
    await show({ A1: '' });
    await page.locator('input[type=file]').setInputFiles(await download.path());
    await page.getByRole('gridcell', { name: 'Rencontre', exact: true }).waitFor();
    await show({ A2: '2021-06-02' });
  });

  it('keeps the workbook where a file is not one', async () => {
    await type('ici');
    page.once('dialog', (dialog) => void dialog.accept());
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'lettre.xlsx', mimeType: 'text/plain', buffer: Buffer.from('Bonjour') });
    await page.getByRole('alert').getByText('lettre.xlsx').waitFor();
    await show({ A1: 'ici' });
  });
});
