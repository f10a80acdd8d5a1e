import { HostError } from '../../errors';
import type { PageLayout, Rect, Sheet } from '../../model';
import { MAX_COLUMNS, MAX_ROWS } from '../../model';
import { MAX_HEADER_TEXT } from '../../model/looks/page';
import type { Json, JsonObject } from '../../wire/protocol';
import { asFlag, asNumber, asOneOf, asText, invalidArgument, itemNotFound, type Arguments } from '../arguments';
import { areasClass, rangeClass } from '../classes';
import { define, isJsonObject, type ClassDefinition } from '../define';
import type { HostObject } from '../host-object';
import { rangeAt, type RangeRef } from '../range/ref';

const papers = [
  'Letter',
  'LetterSmall',
  'Tabloid',
  'Ledger',
  'Legal',
  'Statement',
  'Executive',
  'A3',
  'A4',
  'A4Small',
  'A5',
  'B4',
  'B5',
  'Folio',
  'Quatro',
  'Paper10x14',
  'Paper11x17',
] as const;

type Margin = keyof PageLayout['margins'];

const margins: Readonly<Record<string, Margin>> = {
  LeftMargin: 'left',
  RightMargin: 'right',
  TopMargin: 'top',
  BottomMargin: 'bottom',
  HeaderMargin: 'header',
  FooterMargin: 'footer',
};

const pointsPerUnit = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const;

function setMargins(sheet: Sheet, change: Partial<Record<Margin, number>>): void {
  for (const points of Object.values(change)) if (points < 0) throw invalidArgument();
  sheet.setPageLayout({ margins: { ...sheet.pageLayout.margins, ...change } });
}

function setPrintMargins(sheet: Sheet, args: Arguments): void {
  const unit = asOneOf(args.raw(0), Object.keys(pointsPerUnit)) as keyof typeof pointsPerUnit;
  const options = args.json(1);
  if (!isJsonObject(options)) throw invalidArgument();
  const change: Partial<Record<Margin, number>> = {};
  for (const name of ['top', 'bottom', 'left', 'right', 'header', 'footer'] as const) {
    const value = options[name];
    if (value !== undefined && value !== null) change[name] = asNumber(value) * pointsPerUnit[unit];
  }
  setMargins(sheet, change);
}

function readZoom({ zoom }: PageLayout): JsonObject {
  return { ...zoom };
}

/** A scale, or a number of pages across or down; Excel takes no both. */
function setZoom(sheet: Sheet, value: Json): void {
  if (!isJsonObject(value)) throw invalidArgument();
  const pages = (name: 'horizontalFitToPages' | 'verticalFitToPages') => {
    const count = value[name];
    if (count === undefined || count === null) return {};
    const number = asNumber(count);
    if (!Number.isInteger(number) || number < 1) throw invalidArgument();
    return { [name]: number };
  };
  const { scale } = value;
  const fit = { ...pages('horizontalFitToPages'), ...pages('verticalFitToPages') };
  if (scale === undefined || scale === null) {
    sheet.setPageLayout({ zoom: fit });
    return;
  }
  const percent = asNumber(scale);
  if (percent < 10 || percent > 400 || Object.keys(fit).length > 0) throw invalidArgument();
  sheet.setPageLayout({ zoom: { scale: percent } });
}

function areas(sheet: Sheet): HostObject | null {
  const { printArea } = sheet.pageLayout;
  return printArea.length === 0 ? null : areasClass.of(printArea.map((rect) => ({ sheet, rect })));
}

function titleRows(sheet: Sheet): HostObject | null {
  const rows = sheet.pageLayout.titleRows;
  if (!rows) return null;
  const rect: Rect = { row: rows.first, column: 0, rows: rows.last - rows.first + 1, columns: MAX_COLUMNS };
  return rangeClass.of({ sheet, rect });
}

function titleColumns(sheet: Sheet): HostObject | null {
  const columns = sheet.pageLayout.titleColumns;
  if (!columns) return null;
  const rect: Rect = { row: 0, column: columns.first, rows: MAX_ROWS, columns: columns.last - columns.first + 1 };
  return rangeClass.of({ sheet, rect });
}

function rangeArgument(sheet: Sheet, args: Arguments): RangeRef {
  const range = args.object(0, rangeClass) ?? rangeAt(sheet, args.text(0));
  if (range.sheet !== sheet) throw invalidArgument();
  return range;
}

function printAreas(sheet: Sheet, args: Arguments): readonly Rect[] {
  const several = args.object(0, areasClass);
  return (several ?? [rangeArgument(sheet, args)]).map(({ rect }) => rect);
}

function orNotFound(object: HostObject | null): HostObject {
  if (!object) throw itemNotFound();
  return object;
}

export const pageLayoutClass: ClassDefinition<Sheet> = define<Sheet>('PageLayout', {
  get: {
    Orientation: ({ pageLayout }) => pageLayout.orientation,
    PaperSize: ({ pageLayout }) => pageLayout.paperSize,
    Zoom: ({ pageLayout }) => readZoom(pageLayout),
    CenterHorizontally: ({ pageLayout }) => pageLayout.centerHorizontally,
    CenterVertically: ({ pageLayout }) => pageLayout.centerVertically,
    PrintGridlines: ({ pageLayout }) => pageLayout.printGridlines,
    PrintHeadings: ({ pageLayout }) => pageLayout.printHeadings,
    ...Object.fromEntries(
      Object.entries(margins).map(([wire, margin]) => [wire, (sheet: Sheet) => sheet.pageLayout.margins[margin]]),
    ),
  },
  set: {
    Orientation: (sheet, value) =>
      sheet.setPageLayout({ orientation: asOneOf(value, ['Portrait', 'Landscape'] as const) }),
    PaperSize: (sheet, value) => sheet.setPageLayout({ paperSize: asOneOf(value, papers) }),
    Zoom: setZoom,
    CenterHorizontally: (sheet, value) => sheet.setPageLayout({ centerHorizontally: asFlag(value) }),
    CenterVertically: (sheet, value) => sheet.setPageLayout({ centerVertically: asFlag(value) }),
    PrintGridlines: (sheet, value) => sheet.setPageLayout({ printGridlines: asFlag(value) }),
    PrintHeadings: (sheet, value) => sheet.setPageLayout({ printHeadings: asFlag(value) }),
    ...Object.fromEntries(
      Object.entries(margins).map(([wire, margin]) => [
        wire,
        (sheet: Sheet, value: Json) => setMargins(sheet, { [margin]: asNumber(value) }),
      ]),
    ),
  },
  navigate: { HeadersFooters: (sheet) => headerFooterGroupClass.of(sheet) },
  call: {
    SetPrintMargins: setPrintMargins,
    SetPrintArea: (sheet, args) => sheet.setPageLayout({ printArea: printAreas(sheet, args) }),
    SetPrintTitleRows: (sheet, args) => {
      const { rect } = rangeArgument(sheet, args);
      sheet.setPageLayout({ titleRows: { first: rect.row, last: rect.row + rect.rows - 1 } });
    },
    SetPrintTitleColumns: (sheet, args) => {
      const { rect } = rangeArgument(sheet, args);
      sheet.setPageLayout({ titleColumns: { first: rect.column, last: rect.column + rect.columns - 1 } });
    },
    GetPrintArea: (sheet) => orNotFound(areas(sheet)),
    GetPrintAreaOrNullObject: areas,
    GetPrintTitleRows: (sheet) => orNotFound(titleRows(sheet)),
    GetPrintTitleRowsOrNullObject: titleRows,
    GetPrintTitleColumns: (sheet) => orNotFound(titleColumns(sheet)),
    GetPrintTitleColumnsOrNullObject: titleColumns,
  },
});

/** Only the headers and footers that all pages share. */
const headerFooterGroupClass: ClassDefinition<Sheet> = define<Sheet>('HeaderFooterGroup', {
  get: { State: () => 'Default' },
  set: {
    State: (_sheet, value) => {
      if (asText(value) !== 'Default') {
        throw new HostError(
          'NotImplemented',
          'The embedded Excel host has one header for all pages.',
          'HeaderFooterGroup.state',
        );
      }
    },
  },
  navigate: { DefaultForAllPages: (sheet) => headerFooterClass.of(sheet) },
});

type Part = 'left' | 'center' | 'right';

function text(value: Json): string {
  const typed = asText(value);
  if (typed.length > MAX_HEADER_TEXT) throw invalidArgument();
  return typed;
}

const setHeader = (part: Part) => (sheet: Sheet, value: Json) =>
  sheet.setPageLayout({ header: { ...sheet.pageLayout.header, [part]: text(value) } });
const setFooter = (part: Part) => (sheet: Sheet, value: Json) =>
  sheet.setPageLayout({ footer: { ...sheet.pageLayout.footer, [part]: text(value) } });

const headerFooterClass: ClassDefinition<Sheet> = define<Sheet>('HeaderFooter', {
  get: {
    LeftHeader: ({ pageLayout }) => pageLayout.header.left,
    CenterHeader: ({ pageLayout }) => pageLayout.header.center,
    RightHeader: ({ pageLayout }) => pageLayout.header.right,
    LeftFooter: ({ pageLayout }) => pageLayout.footer.left,
    CenterFooter: ({ pageLayout }) => pageLayout.footer.center,
    RightFooter: ({ pageLayout }) => pageLayout.footer.right,
  },
  set: {
    LeftHeader: setHeader('left'),
    CenterHeader: setHeader('center'),
    RightHeader: setHeader('right'),
    LeftFooter: setFooter('left'),
    CenterFooter: setFooter('center'),
    RightFooter: setFooter('right'),
  },
});

interface BreakRef {
  readonly sheet: Sheet;
  readonly row: number;
}

function addBreak(sheet: Sheet, args: Arguments): HostObject {
  const { rect } = rangeArgument(sheet, args);
  if (rect.row === 0) throw invalidArgument();
  const rowBreaks = [...new Set([...sheet.pageLayout.rowBreaks, rect.row])].sort((a, b) => a - b);
  sheet.setPageLayout({ rowBreaks });
  return pageBreakClass.of({ sheet, row: rect.row });
}

/** Horizontal page breaks; each has the row above which a page starts as its id. */
export const pageBreakCollectionClass: ClassDefinition<Sheet> = define<Sheet>('PageBreakCollection', {
  items: (sheet) => sheet.pageLayout.rowBreaks.map((row) => pageBreakClass.of({ sheet, row })),
  item: (sheet, args) => {
    const row = Number(args.key(0));
    return sheet.pageLayout.rowBreaks.includes(row) ? pageBreakClass.of({ sheet, row }) : null;
  },
  call: {
    Add: addBreak,
    GetCount: (sheet) => sheet.pageLayout.rowBreaks.length,
    RemovePageBreaks: (sheet) => sheet.setPageLayout({ rowBreaks: [] }),
  },
});

const pageBreakClass: ClassDefinition<BreakRef> = define<BreakRef>('PageBreak', {
  identity: ({ row }) => ({ _Id: String(row) }),
  get: { RowIndex: ({ row }) => row, ColumnIndex: () => 0 },
  call: {
    Delete: ({ sheet, row }) =>
      sheet.setPageLayout({ rowBreaks: sheet.pageLayout.rowBreaks.filter((other) => other !== row) }),
    GetCellAfterBreak: ({ sheet, row }) => rangeClass.of({ sheet, rect: { row, column: 0, rows: 1, columns: 1 } }),
  },
});
