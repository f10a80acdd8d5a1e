import type { PageLayout, Sheet } from '../../model';
import { flag, numberOf, setFlag } from '../xml/attributes';
import type { SheetFeature } from './feature';
import { ensureChild, removeChild, WORKSHEET_ORDER } from '../xml/order';
import { paperCode, paperName } from './paper';
import { same } from '../same';
import { fitsToPage, setFitToPage } from './view';
import { inchesToPoints, pointsToInches } from '../units';
import { xml, xmlText } from '../xml/xml';
import type { XmlElement } from '../xml/xml';

type Margin = keyof PageLayout['margins'];

/** In the order of the file; inches, where the file says nothing. */
const MARGINS: Readonly<Record<Margin, number>> = {
  left: 0.7,
  right: 0.7,
  top: 0.75,
  bottom: 0.75,
  header: 0.3,
  footer: 0.3,
};

const margin = (element: XmlElement | undefined, name: Margin): number =>
  inchesToPoints(numberOf(element, name, MARGINS[name]));

type Banner = PageLayout['header'];
type Stored = Omit<PageLayout, 'titleRows' | 'titleColumns' | 'printArea'>;

/** What the part of the sheet stores; titles and print area are names of the workbook. */
function stored(sheet: Sheet): Stored {
  const { orientation, paperSize, margins, zoom, rowBreaks, header, footer } = sheet.page.layout;
  const { centerHorizontally, centerVertically, printGridlines, printHeadings } = sheet.page.layout;
  const options = { centerHorizontally, centerVertically, printGridlines, printHeadings };
  return { orientation, paperSize, margins, zoom, ...options, rowBreaks, header, footer };
}

/** The page as the part says it. */
function readPage(root: XmlElement): Stored {
  const options = root.child('printOptions');
  const setup = root.child('pageSetup');
  const margins = root.child('pageMargins');
  const texts = root.child('headerFooter');
  return {
    orientation: setup?.get('orientation') === 'landscape' ? 'Landscape' : 'Portrait',
    paperSize: paperName(numberOf(setup, 'paperSize', 1)),
    margins: {
      top: margin(margins, 'top'),
      bottom: margin(margins, 'bottom'),
      left: margin(margins, 'left'),
      right: margin(margins, 'right'),
      header: margin(margins, 'header'),
      footer: margin(margins, 'footer'),
    },
    zoom: readZoom(root, setup),
    centerHorizontally: flag(options, 'horizontalCentered', false),
    centerVertically: flag(options, 'verticalCentered', false),
    printGridlines: flag(options, 'gridLines', false),
    printHeadings: flag(options, 'headings', false),
    rowBreaks: (root.child('rowBreaks')?.elements('brk') ?? []).map((element) => numberOf(element, 'id', 0)),
    header: splitBanner(texts?.child('oddHeader')?.text() ?? ''),
    footer: splitBanner(texts?.child('oddFooter')?.text() ?? ''),
  };
}

function readZoom(root: XmlElement, setup: XmlElement | undefined): PageLayout['zoom'] {
  if (!fitsToPage(root)) return { scale: numberOf(setup, 'scale', 100) };
  const wide = numberOf(setup, 'fitToWidth', 1);
  const tall = numberOf(setup, 'fitToHeight', 1);
  return {
    ...(wide > 0 ? { horizontalFitToPages: wide } : {}),
    ...(tall > 0 ? { verticalFitToPages: tall } : {}),
  };
}

/** Page set-up, margins, headers and footers, breaks. */
export const pageLayout: SheetFeature = {
  state: stored,
  read: ({ sheet, root }) => {
    sheet.update({ pageLayout: { ...sheet.page.layout, ...readPage(root) } });
  },
  write: ({ sheet, root }) => {
    const before = readPage(root);
    const page = stored(sheet);
    writeOptions(root, before, page);
    writeSetup(root, before, page);
    if (!same(before.header, page.header)) writeBanner(root, 'oddHeader', page.header);
    if (!same(before.footer, page.footer)) writeBanner(root, 'oddFooter', page.footer);
    if (!same(before.rowBreaks, page.rowBreaks)) writeBreaks(root, page.rowBreaks);
  },
};

function writeOptions(root: XmlElement, before: Stored, page: Stored): void {
  const flags = [
    ['horizontalCentered', 'centerHorizontally'],
    ['verticalCentered', 'centerVertically'],
    ['gridLines', 'printGridlines'],
    ['headings', 'printHeadings'],
  ] as const;
  for (const [name, key] of flags) {
    if (before[key] === page[key]) continue;
    setFlag(ensureChild(root, 'printOptions', WORKSHEET_ORDER), name, page[key], false);
  }
  if (!root.child('pageMargins') || !same(before.margins, page.margins)) {
    const margins = ensureChild(root, 'pageMargins', WORKSHEET_ORDER);
    for (const name of Object.keys(MARGINS) as Margin[]) margins.set(name, pointsToInches(page.margins[name]));
  }
}

function writeSetup(root: XmlElement, before: Stored, page: Stored): void {
  const changed = (['orientation', 'paperSize', 'zoom'] as const).filter((key) => !same(before[key], page[key]));
  if (changed.length === 0) return;
  const setup = ensureChild(root, 'pageSetup', WORKSHEET_ORDER);
  if (changed.includes('orientation')) setup.set('orientation', page.orientation.toLowerCase());
  if (changed.includes('paperSize')) setup.set('paperSize', paperCode(page.paperSize));
  if (!changed.includes('zoom')) return;
  const { scale, horizontalFitToPages, verticalFitToPages } = page.zoom;
  const fits = horizontalFitToPages !== undefined || verticalFitToPages !== undefined;
  setFitToPage(root, fits);
  setup.set('scale', fits || scale === 100 ? undefined : scale);
  setup.set('fitToWidth', fits ? (horizontalFitToPages ?? 0) : undefined);
  setup.set('fitToHeight', fits ? (verticalFitToPages ?? 0) : undefined);
}

const HEADER_ORDER = ['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'];

function writeBanner(root: XmlElement, local: string, banner: Banner): void {
  const texts = ensureChild(root, 'headerFooter', WORKSHEET_ORDER);
  removeChild(texts, local);
  const text = joinBanner(banner);
  if (text === '') return;
  const at = texts.elements().findIndex((other) => HEADER_ORDER.indexOf(other.local) > HEADER_ORDER.indexOf(local));
  texts.children.splice(at < 0 ? texts.children.length : at, 0, xmlText(local, text));
}

/** A break is counted by the row above it from 1, which is the row below it from 0. */
function writeBreaks(root: XmlElement, rows: readonly number[]): void {
  removeChild(root, 'rowBreaks');
  if (rows.length === 0) return;
  const breaks = ensureChild(root, 'rowBreaks', WORKSHEET_ORDER);
  breaks.set('count', rows.length).set('manualBreakCount', rows.length);
  breaks.append(...rows.map((row) => xml('brk', { id: row, max: 16383, man: true })));
}

const SECTIONS: Readonly<Record<string, keyof Banner>> = { L: 'left', C: 'center', R: 'right' };

/** Splits `&Lleft&Ccenter&Rright`; text before any mark is centred. A font's name between quotes may hold a mark. */
function splitBanner(text: string): Banner {
  const banner = { left: '', center: '', right: '' };
  let section: keyof Banner = 'center';
  for (const [token] of text.matchAll(/&"[^"]*"|&.|[^&]+|&$/gs)) {
    const next = token.length === 2 && token.startsWith('&') ? SECTIONS[token[1]!.toUpperCase()] : undefined;
    if (next) section = next;
    else banner[section] += token;
  }
  return banner;
}

function joinBanner({ left, center, right }: Banner): string {
  return (left && `&L${left}`) + (center && `&C${center}`) + (right && `&R${right}`);
}
