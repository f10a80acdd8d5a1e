import { shorten } from '../../plan';
import { margins, type Page, type PrintSetup } from '../../report';
import { isLeftOut } from '../refinements';

/** Excel refuses 255 in a header or a footer, the codes of the font included. */
const longestPart = 200;

/** Sets a sheet up to print one page wide, as it is: all queued. */
export function setUpPage({ context, pageLayout }: Excel.Worksheet, print: PrintSetup): void {
  if (isLeftOut(context, 'page')) return;
  pageLayout.orientation = print.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  pageLayout.paperSize = print.paper === 'a4' ? 'A4' : 'Letter';
  pageLayout.setPrintMargins('Points', margins);
  // As many pages down as there are: the height is left out.
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.centerHorizontally = true;
  sayOnPages(pageLayout, print);
}

/** A sheet that was built before keeps its paper, orientation, margins and scale: the person may have chosen them. */
export function keepPage({ context, pageLayout }: Excel.Worksheet, print: PrintSetup): void {
  if (!isLeftOut(context, 'page')) sayOnPages(pageLayout, print);
}

function sayOnPages(pageLayout: Excel.PageLayout, print: Pick<PrintSetup, 'header' | 'footer'>): void {
  const all = pageLayout.headersFooters.defaultForAllPages;
  all.leftHeader = part(print.header.left);
  all.centerHeader = '';
  all.rightHeader = part(print.header.right);
  all.leftFooter = part(print.footer.left);
  all.centerFooter = '';
  all.rightFooter = part(print.footer.right);
}

/** A sheet that is one table: landscape, one page wide, its heads on every page; only the table is printed. */
export function setUpTablePage(
  sheet: Excel.Worksheet,
  table: Excel.Range,
  print: Omit<PrintSetup, 'orientation'>,
): void {
  if (isLeftOut(sheet.context, 'page')) return;
  setUpPage(sheet, { orientation: 'landscape', ...print });
  sheet.pageLayout.setPrintArea(table);
  sheet.pageLayout.setPrintTitleRows('$1:$1');
}

/** A header in small type; an ampersand is a code there, and `{page}` and `{pages}` become codes. */
function part(text: string): string {
  // Each ampersand takes two of the characters that there are.
  const room = longestPart - (text.slice(0, longestPart).match(/&/g)?.length ?? 0);
  const escaped = shorten(text, room).replaceAll('&', '&&').replaceAll('{pages}', '&N').replaceAll('{page}', '&P');
  // The space keeps a text that begins with a digit from being read as part of the size.
  return escaped === '' ? '' : `&"Arial,Regular"&8 ${escaped}`;
}

/** Points, upright; of other papers the pages are planned as of the report's own. */
const papers: ReadonlyMap<string, { readonly width: number; readonly height: number }> = new Map([
  ['Letter', { width: 612, height: 792 }],
  ['LetterSmall', { width: 612, height: 792 }],
  ['Legal', { width: 612, height: 1008 }],
  ['Tabloid', { width: 792, height: 1224 }],
  ['Executive', { width: 522, height: 756 }],
  ['A3', { width: 841.9, height: 1190.6 }],
  ['A4', { width: 595.3, height: 841.9 }],
  ['A4Small', { width: 595.3, height: 841.9 }],
  ['A5', { width: 419.5, height: 595.3 }],
]);

/** Asks for the page that a sheet has; null objects are allowed. */
export function askPage({ context, pageLayout }: Excel.Worksheet): Excel.PageLayout {
  if (isLeftOut(context, 'page')) return pageLayout;
  return pageLayout.load('orientation,paperSize,leftMargin,rightMargin,topMargin,bottomMargin,zoom');
}

/** The page that a sheet has, after the sync; null where its paper is not known. */
export function pageInForce(layout: Excel.PageLayout): Page | null {
  if (isLeftOut(layout.context, 'page')) return null;
  const paper = papers.get(layout.paperSize);
  if (!paper) return null;
  const isUpright = layout.orientation === 'Portrait';
  const width = (isUpright ? paper.width : paper.height) - layout.leftMargin - layout.rightMargin;
  const height = (isUpright ? paper.height : paper.width) - layout.topMargin - layout.bottomMargin;
  const { scale } = layout.zoom;
  // A scale that somebody chose holds whatever the width; else the sheet is as wide as the page.
  return typeof scale === 'number' ? { width: Infinity, height: (height * 100) / scale } : { width, height };
}
