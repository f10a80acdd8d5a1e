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
  sheet.page.change({ margins: { ...sheet.page.layout.margins, ...change } });
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
    sheet.page.change({ zoom: fit });
    return;
  }
  const percent = asNumber(scale);
  if (percent < 10 || percent > 400 || Object.keys(fit).length > 0) throw invalidArgument();
  sheet.page.change({ zoom: { scale: percent } });
}

function areas(sheet: Sheet): HostObject | null {
  const { printArea } = sheet.page.layout;
  return printArea.length === 0 ? null : areasClass.of(printArea.map((rect) => ({ sheet, rect })));
}

function titleRows(sheet: Sheet): HostObject | null {
  const rows = sheet.page.layout.titleRows;
  if (!rows) return null;
  const rect: Rect = { row: rows.first, column: 0, rows: rows.last - rows.first + 1, columns: MAX_COLUMNS };
  return rangeClass.of({ sheet, rect });
}

function titleColumns(sheet: Sheet): HostObject | null {
  const columns = sheet.page.layout.titleColumns;
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
    Orientation: ({ page }) => page.layout.orientation,
    PaperSize: ({ page }) => page.layout.paperSize,
    Zoom: ({ page }) => readZoom(page.layout),
    CenterHorizontally: ({ page }) => page.layout.centerHorizontally,
    CenterVertically: ({ page }) => page.layout.centerVertically,
    PrintGridlines: ({ page }) => page.layout.printGridlines,
    PrintHeadings: ({ page }) => page.layout.printHeadings,
    ...Object.fromEntries(
      Object.entries(margins).map(([wire, margin]) => [wire, (sheet: Sheet) => sheet.page.layout.margins[margin]]),
    ),
  },
  set: {
    Orientation: (sheet, value) =>
      sheet.page.change({ orientation: asOneOf(value, ['Portrait', 'Landscape'] as const) }),
    PaperSize: (sheet, value) => sheet.page.change({ paperSize: asOneOf(value, papers) }),
    Zoom: setZoom,
    CenterHorizontally: (sheet, value) => sheet.page.change({ centerHorizontally: asFlag(value) }),
    CenterVertically: (sheet, value) => sheet.page.change({ centerVertically: asFlag(value) }),
    PrintGridlines: (sheet, value) => sheet.page.change({ printGridlines: asFlag(value) }),
    PrintHeadings: (sheet, value) => sheet.page.change({ printHeadings: asFlag(value) }),
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
    SetPrintArea: (sheet, args) => sheet.page.change({ printArea: printAreas(sheet, args) }),
    SetPrintTitleRows: (sheet, args) => {
      const { rect } = rangeArgument(sheet, args);
      sheet.page.change({ titleRows: { first: rect.row, last: rect.row + rect.rows - 1 } });
    },
    SetPrintTitleColumns: (sheet, args) => {
      const { rect } = rangeArgument(sheet, args);
      sheet.page.change({ titleColumns: { first: rect.column, last: rect.column + rect.columns - 1 } });
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
  sheet.page.change({ header: { ...sheet.page.layout.header, [part]: text(value) } });
const setFooter = (part: Part) => (sheet: Sheet, value: Json) =>
  sheet.page.change({ footer: { ...sheet.page.layout.footer, [part]: text(value) } });

const headerFooterClass: ClassDefinition<Sheet> = define<Sheet>('HeaderFooter', {
  get: {
    LeftHeader: ({ page }) => page.layout.header.left,
    CenterHeader: ({ page }) => page.layout.header.center,
    RightHeader: ({ page }) => page.layout.header.right,
    LeftFooter: ({ page }) => page.layout.footer.left,
    CenterFooter: ({ page }) => page.layout.footer.center,
    RightFooter: ({ page }) => page.layout.footer.right,
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
  const rowBreaks = [...new Set([...sheet.page.layout.rowBreaks, rect.row])].sort((a, b) => a - b);
  sheet.page.change({ rowBreaks });
  return pageBreakClass.of({ sheet, row: rect.row });
}

/** Horizontal page breaks; each has the row above which a page starts as its id. */
export const pageBreakCollectionClass: ClassDefinition<Sheet> = define<Sheet>('PageBreakCollection', {
  items: (sheet) => sheet.page.layout.rowBreaks.map((row) => pageBreakClass.of({ sheet, row })),
  item: (sheet, args) => {
    const row = Number(args.key(0));
    return sheet.page.layout.rowBreaks.includes(row) ? pageBreakClass.of({ sheet, row }) : null;
  },
  call: {
    Add: addBreak,
    GetCount: (sheet) => sheet.page.layout.rowBreaks.length,
    RemovePageBreaks: (sheet) => sheet.page.change({ rowBreaks: [] }),
  },
});

const pageBreakClass: ClassDefinition<BreakRef> = define<BreakRef>('PageBreak', {
  identity: ({ row }) => ({ _Id: String(row) }),
  get: { RowIndex: ({ row }) => row, ColumnIndex: () => 0 },
  call: {
    Delete: ({ sheet, row }) =>
      sheet.page.change({ rowBreaks: sheet.page.layout.rowBreaks.filter((other) => other !== row) }),
    GetCellAfterBreak: ({ sheet, row }) => rangeClass.of({ sheet, rect: { row, column: 0, rows: 1, columns: 1 } }),
  },
});
