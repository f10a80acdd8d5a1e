import { readFileSync } from 'node:fs';
import path from 'node:path';
import type axeCore from 'axe-core';
import { source as axeSource } from 'axe-core';
import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';
import { openXlsx, saveXlsx, Workbook, type Origin } from '../../../src/host';
import { eventually } from '../../support/eventually';

/** The pane in a page of the workbench, and what people do in both. */

export const paneOf = (page: Page): FrameLocator => page.frameLocator('aside iframe');

/** The document of the pane. Throws where the pane is closed. */
export function paneFrame(page: Page): Frame {
  const frame = page.frames().find((each) => each.url().includes('/addin/taskpane'));
  if (!frame) throw new Error('The pane is not in the page.');
  return frame;
}

/** Has a page, not loaded yet, live on one day at noon: the clock of Playwright takes away what office.js measures with. */
export const on =
  (year: number, month: number, day: number) =>
  (page: Page): Promise<unknown> =>
    page.addInitScript(
      (now) => {
        window.Date = new Proxy(Date, {
          construct: (date, given, target) =>
            Reflect.construct(date, given.length === 0 ? [now] : given, target) as Date,
          get: (date, key) => (key === 'now' ? () => now : (Reflect.get(date, key) as unknown)),
        });
      },
      new Date(year, month - 1, day, 12).getTime(),
    );

/** Goes to a screen by its tab, and waits for it. */
export async function openScreen(page: Page, name: string): Promise<void> {
  const pane = paneOf(page);
  await pane.getByRole('tab', { name, exact: true }).click();
  await pane.getByRole('tabpanel', { name, exact: true }).waitFor();
  await pane.getByRole('progressbar').waitFor({ state: 'detached' });
}

export const picker = (page: Page): Locator =>
  paneOf(page).getByRole('combobox', { name: /^(?:Action du plan|Plan action)/ });
export const field = (page: Page, name: RegExp): Locator => paneOf(page).getByRole('textbox', { name });

/** The example plan as it is in the repository. */
export const example = (): Workbook =>
  openXlsx(new Uint8Array(readFileSync(path.resolve(__dirname, '../../../examples/exemple.xlsx'))));

const origin: Origin = { session: 'test', by: 'person' };

/** The example plan with something changed in it. */
export function changed(change: (workbook: Workbook) => void, workbook = example()): Workbook {
  workbook.transact(origin, () => change(workbook));
  return workbook;
}

/** Writes one cell, by row and column from 0. */
export const write = (workbook: Workbook, sheet: string, row: number, column: number, value: string): void =>
  workbook.sheetByName(sheet)!.write({ row, column, rows: 1, columns: 1 }, [[value]], 'values');

/** Somebody's own workbook. */
export const foreign = (): Workbook =>
  changed((workbook) => write(workbook, workbook.sheets[0]!.name, 0, 0, 'Budget'), Workbook.blank());

const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Opens a workbook in the page as a person does with « Ouvrir », and waits until the window of the one before is gone. */
export async function openWorkbook(
  page: Page,
  name: string,
  workbook: Workbook,
  mark = (bytes: Uint8Array) => bytes,
): Promise<void> {
  const buffer = Buffer.from(mark(saveXlsx(workbook)));
  const before = await page.locator('.window').elementHandle();
  await page.locator('input[type=file]').first().setInputFiles({ name, mimeType, buffer });
  await before.waitForElementState('hidden');
  await page.getByRole('heading', { name, exact: true }).waitFor();
}

/** Presses a button of the add-in on the ribbon, and waits until what it runs is over. */
export async function pressOnRibbon(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
  await page.locator('.ribbon-button[aria-busy]').waitFor({ state: 'detached' });
}

/** The workbook as the person would save it now. */
export async function save(page: Page): Promise<Workbook> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).first().click();
  return openXlsx(new Uint8Array(readFileSync(await (await download).path())));
}

/** How long each answer of Excel takes from now on, in milliseconds: one of those that the page offers. */
export async function answersAfter(page: Page, milliseconds: number): Promise<void> {
  await page.getByRole('combobox', { name: 'Répond' }).selectOption(String(milliseconds));
}

/** What a column of a table shows, from the top. */
export function column(workbook: Workbook, table: string, header: string): string[] {
  const found = workbook.tableByName(table)!;
  const at = found.columns.findIndex(({ name }) => name === header);
  const { row, column: first, rows } = found.bodyRect;
  return Array.from({ length: rows }, (_, index) => found.sheet.text(row + index, first + at));
}

/** Goes to a place by the name box. */
export async function goTo(page: Page, sheet: string, address: string): Promise<void> {
  await page.getByRole('tab', { name: sheet, exact: true }).click();
  await page.getByRole('textbox', { name: 'Zone Nom' }).fill(address);
  await page.keyboard.press('Enter');
}

/** Types into a cell as a person does. */
export async function typeAt(page: Page, sheet: string, address: string, text: string): Promise<void> {
  await goTo(page, sheet, address);
  await page.getByRole('grid').focus();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** The address of the cell that the grid has as active. */
export async function activeCell(page: Page): Promise<string> {
  const id = await page.getByRole('grid').getAttribute('aria-activedescendant');
  return (id ?? '').replace('cell-', '');
}

/** The last row of a sheet that holds anything, from 1. */
export async function lastRow(page: Page, sheet: string): Promise<number> {
  await page.getByRole('tab', { name: sheet, exact: true }).click();
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+End');
  return Number(/\d+$/.exec(await activeCell(page))?.[0]);
}

/** Chooses an item by what is typed to find it. */
export async function pick(page: Page, query: string, option: RegExp): Promise<void> {
  await picker(page).fill(query);
  await paneOf(page).getByRole('option', { name: option }).first().click();
}

/** Fills what an activity cannot do without. */
export async function fillActivity(page: Page, no: string, dates: string, title: string): Promise<void> {
  await pick(page, no, new RegExp(`^${no.replaceAll('.', '\\.')}`));
  await field(page, /^Dates/).fill(dates);
  await field(page, /^(?:Titre|Title)/).fill(title);
}

/** Puts a document on the clipboard as programs do, unsanitised, and pastes it with the keyboard: a trusted event. */
export async function paste(page: Page, into: Locator, html: string, text: string): Promise<void> {
  await page.evaluate(
    ([asHtml, asText]) => {
      const onCopy = (event: ClipboardEvent) => {
        event.clipboardData?.setData('text/html', asHtml);
        event.clipboardData?.setData('text/plain', asText);
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      window.addEventListener('copy', onCopy, { capture: true, once: true });
    },
    [html, text] as const,
  );
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+c');
  await into.focus();
  await page.keyboard.press('Control+v');
}

/**
 * Presses Tab, as a person without a mouse does, until the focus is on what is meant; from the top of the pane where
 * the focus is not in it yet. Throws where it never comes.
 */
export async function tabTo(page: Page, target: Locator, most = 60): Promise<void> {
  if (!(await paneFrame(page).evaluate(() => document.hasFocus()))) {
    await paneOf(page).locator('[role=tab][tabindex="0"], button:not([role=tab])').first().focus();
  }
  for (let presses = 0; !(await isFocused(target)); presses += 1) {
    if (presses === most) throw new Error(`${most} presses of Tab do not lead to ${String(target)}.`);
    await page.keyboard.press('Tab');
  }
}

export const isFocused = (target: Locator): Promise<boolean> =>
  target.first().evaluate((element) => element === element.ownerDocument.activeElement);

/**
 * Presses a button of the pane as soon as a text shows: in the page itself, since a test may hear of it too late. Gives
 * whether the button had the focus, and what it says once it is pressed.
 */
export const pressWhen = (page: Page, text: RegExp, name: string): Promise<{ hadFocus: boolean; says: string }> =>
  paneFrame(page).evaluate(
    ([source, label]) =>
      new Promise<{ hadFocus: boolean; says: string }>((resolve, reject) => {
        const look = () => {
          const button = [...document.querySelectorAll('button')].find((each) => each.textContent === label);
          if (!button || !new RegExp(source).test(document.body.textContent)) return;
          observer.disconnect();
          const hadFocus = document.activeElement === button;
          button.click();
          setTimeout(() => resolve({ hadFocus, says: button.textContent }));
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        setTimeout(() => reject(new Error(`${source} did not show with ${label}.`)), 180_000);
      }),
    [text.source, name] as const,
  );

/** Waits until the focus is there. */
export async function focused(target: Locator): Promise<void> {
  await eventually(async () => expect(await isFocused(target)).toBe(true));
}

/** Waits until a field holds what is meant. */
export async function showing(input: Locator, value: string | RegExp): Promise<void> {
  const expected: unknown = typeof value === 'string' ? value : expect.stringMatching(value);
  await eventually(async () => expect(await input.inputValue()).toEqual(expected));
}

/** What axe finds in the pane as it is: WCAG 2.2 AA and its own best practice. */
export async function violations(page: Page): Promise<readonly string[]> {
  const frame = paneFrame(page);
  await frame.evaluate(axeSource);
  return frame.evaluate(async () => {
    // A colour on its way from one theme to the other is in neither.
    await new Promise(requestAnimationFrame);
    const passing = document.getAnimations().filter((each) => each instanceof CSSTransition);
    await Promise.allSettled(passing.map(({ finished }) => finished));
    // Put there by the line before these.
    const { axe } = window as typeof window & { axe: typeof axeCore };
    const { violations: found } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}
