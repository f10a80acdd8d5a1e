import type { Page } from 'playwright-core';
import { paneFrame } from './pane';

/** How a screen is looked at: as it is, its texts 40 % longer as in a wordier language, or twice as large. */
export type Texts = 'asTheyAre' | 'longer' | 'doubled';

/**
 * What cannot be read on the screen as it is now: text cut off by the box it is in, by the side of the pane or by its
 * field. What is cut on purpose, with the rest a click away, is no fault: long texts of the workbook (`suivi-clamp`)
 * and what a field that scrolls was filled with. Everything is done and undone between two frames, so that the
 * product never sees it.
 */
export const unreadable = (page: Page, texts: Texts): Promise<readonly string[]> =>
  paneFrame(page).evaluate((how) => {
    const filler = ' lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore';
    const longer = (text: string) =>
      /\p{L}/u.test(text) ? text + filler.slice(0, Math.max(2, Math.ceil(text.trim().length * 0.4))) : text;
    const root = document.documentElement;
    const undo: (() => void)[] = [];

    const grow = () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const nodes: Text[] = [];
      while (walker.nextNode()) if (walker.currentNode instanceof Text) nodes.push(walker.currentNode);
      for (const node of nodes) {
        const { data } = node;
        node.data = longer(data);
        undo.push(() => (node.data = data));
      }
      for (const field of document.querySelectorAll<HTMLInputElement>('[placeholder]')) {
        const { placeholder } = field;
        field.placeholder = longer(placeholder);
        undo.push(() => (field.placeholder = placeholder));
      }
    };
    const double = () => {
      const style = getComputedStyle(root);
      for (const base of ['100', '200', '300', '400']) {
        for (const token of [`--fontSizeBase${base}`, `--lineHeightBase${base}`]) {
          root.style.setProperty(token, `${2 * parseFloat(style.getPropertyValue(token))}px`);
          undo.push(() => root.style.removeProperty(token));
        }
      }
    };
    if (how === 'longer') grow();
    if (how === 'doubled') double();

    const named = (element: Element) => `<${element.tagName.toLowerCase()} class="${element.className}">`;
    const said = (text: string) => text.trim().replace(/\s+/g, ' ').slice(0, 60);
    const faults: string[] = [];
    if (root.scrollWidth > innerWidth) faults.push(`the pane is ${root.scrollWidth - innerWidth} px too wide`);

    const isSeen = (element: Element) => element.checkVisibility() && !element.closest('.suivi-unseen, [aria-hidden]');
    for (const element of document.body.querySelectorAll('*')) {
      if (!isSeen(element) || element.closest('.suivi-clamp')) continue;
      const style = getComputedStyle(element);
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      const isCut =
        (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
      if (isCut && !element.matches('input, textarea, select')) {
        faults.push(`${named(element)} cuts « ${said(element.textContent)} »`);
      }
      if (element.matches('input[placeholder], select') && element instanceof HTMLElement) {
        const shown =
          element instanceof HTMLInputElement
            ? element.placeholder
            : (element.querySelector('option:checked')?.textContent ?? '');
        const pencil = document.createElement('canvas').getContext('2d');
        if (!pencil) throw new Error('This browser does not measure text.');
        pencil.font = style.font;
        const room = element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
        const wanted = pencil.measureText(shown).width;
        if (wanted > room + 1 && how === 'asTheyAre') {
          faults.push(
            `${named(element)} has ${Math.floor(room)} px for the ${Math.ceil(wanted)} of « ${said(shown)} »`,
          );
        }
      }
    }

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement;
      if (!parent || (node.nodeValue ?? '').trim() === '' || !isSeen(parent) || parent.closest('option, datalist'))
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = parent.closest('button');
      const { left, right } = box ? box.getBoundingClientRect() : { left: 0, right: innerWidth };
      const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
      const isOut = rects.some(
        (rect) => rect.left < Math.max(left, 0) - 1 || rect.right > Math.min(right, innerWidth) + 1,
      );
      if (isOut) faults.push(`${named(parent)} lets « ${said(node.nodeValue ?? '')} » out of its box`);
    }
    for (const each of undo) each();
    return faults;
  }, texts);
