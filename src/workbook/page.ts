import { shorten } from '../plan';
import type { PrintSetup } from '../report';

/** Points; the report plans its pages with what they leave. */
const margins = { left: 36, right: 36, top: 50, bottom: 58, header: 24, footer: 28 } as const;

/** Excel refuses 255 in a header or a footer, the codes of the font included. */
const longestPart = 200;

/** Sets a sheet up to print one page wide, as it is: all queued. */
export function setUpPage({ pageLayout }: Excel.Worksheet, print: PrintSetup): void {
  pageLayout.orientation = print.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  pageLayout.paperSize = print.paper === 'a4' ? 'A4' : 'Letter';
  pageLayout.setPrintMargins('Points', margins);
  // As many pages down as there are: the height is left out.
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.centerHorizontally = true;
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
  { header, footer }: Pick<PrintSetup, 'header' | 'footer'>,
): void {
  setUpPage(sheet, { orientation: 'landscape', paper: 'letter', header, footer });
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
