import { dayNumber, fromDayNumber, parseIso } from '../plan';
import type { Run } from './blocks';
import { type Read, refused } from './refusals';
import type { CellArea, SheetCell, SheetCells } from './sheet';
import { scanXml, type XmlHandler, type XmlTag } from './xml';
import type { ZipArchive } from './zip';

/** The visible sheets of an Excel file: texts with their bold runs, dates, merges. Formulas give the value they last had. */
export function readXlsx(archive: ZipArchive): Read<readonly SheetCells[]> {
  const parts = new PartReader(archive);
  const book = parts.scan('xl/workbook.xml', new WorkbookReader());
  const targets = parts.scan('xl/_rels/workbook.xml.rels', new RelationsReader());
  const styles = parts.scan('xl/styles.xml', new StylesReader());
  const strings = parts.scan('xl/sharedStrings.xml', new StringsReader());
  const sheets: SheetCells[] = [];
  for (const { name, id } of book.sheets) {
    const target = (targets.targets.get(id) ?? '').replace(/^\/?(?:xl\/)?/, 'xl/');
    if (!archive.has(target)) continue;
    const reader = parts.scan(target, new SheetReader(strings.strings, styles, book.from1904));
    sheets.push(reader.cells(name));
  }
  if (parts.refusal) return refused(parts.refusal);
  return sheets.length === 0 ? refused('damaged') : { ok: true, value: sheets };
}

/** Scans parts, and keeps the first reason why one could not be. */
class PartReader {
  refusal: Parameters<typeof refused>[0] | null = null;

  constructor(private readonly archive: ZipArchive) {}

  scan<Handler extends XmlHandler>(name: string, handler: Handler): Handler {
    const part = this.archive.text(name);
    if (!part.ok) this.refusal ??= part.refusal;
    else if (part.value !== null && !scanXml(part.value, handler)) this.refusal ??= 'damaged';
    return handler;
  }
}

class WorkbookReader implements XmlHandler {
  readonly sheets: { readonly name: string; readonly id: string }[] = [];
  from1904 = false;

  open(name: string, tag: XmlTag): void {
    if (name === 'workbookPr') this.from1904 = /^(?:1|true)$/.test(tag.get('date1904') ?? '');
    if (name !== 'sheet' || (tag.get('state') ?? 'visible') !== 'visible') return;
    this.sheets.push({ name: tag.get('name') ?? '', id: tag.get('id') ?? '' });
  }
}

class RelationsReader implements XmlHandler {
  readonly targets = new Map<string, string>();

  open(name: string, tag: XmlTag): void {
    if (name === 'Relationship') this.targets.set(tag.get('Id') ?? '', tag.get('Target') ?? '');
  }
}

/** What the cells' styles say of dates and bold. */
class StylesReader implements XmlHandler {
  readonly styles: { readonly bold: boolean; readonly isDate: boolean }[] = [];
  private readonly formats = new Map<string, string>();
  private readonly boldFonts: boolean[] = [];
  private inside = '';

  open(name: string, tag: XmlTag): void {
    if (name === 'fonts' || name === 'cellXfs' || name === 'dxfs' || name === 'cellStyleXfs') this.inside = name;
    if (name === 'numFmt') this.formats.set(tag.get('numFmtId') ?? '', tag.get('formatCode') ?? '');
    if (name === 'font' && this.inside === 'fonts') this.boldFonts.push(false);
    if (name === 'b' && this.inside === 'fonts') this.boldFonts[this.boldFonts.length - 1] = isOn(tag);
    if (name === 'xf' && this.inside === 'cellXfs') {
      const format = tag.get('numFmtId') ?? '0';
      this.styles.push({
        bold: this.boldFonts[Number(tag.get('fontId') ?? 0)] ?? false,
        isDate: isDateFormat(format, this.formats.get(format)),
      });
    }
  }
}

function isOn(tag: XmlTag): boolean {
  return !/^(?:0|false)$/.test(tag.get('val') ?? '1');
}

function isDateFormat(id: string, code: string | undefined): boolean {
  const number = Number(id);
  if (code === undefined) return (number >= 14 && number <= 17) || number === 22;
  // Days or years, outside quotes and conditions: hours alone are no date.
  return /[dyj]|a{2,4}/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}

/** Runs of a text as shared strings and inline ones hold them. */
class RunsReader {
  runs: Run[] = [];
  private bold = false;
  private italic = false;
  private inText = false;
  private inPhonetic = false;

  open(name: string, tag: XmlTag): void {
    if (name === 'r') this.bold = this.italic = false;
    if (name === 'b') this.bold = isOn(tag);
    if (name === 'i') this.italic = isOn(tag);
    if (name === 'rPh') this.inPhonetic = true;
    if (name === 't') this.inText = !this.inPhonetic;
  }

  close(name: string): void {
    if (name === 't') this.inText = false;
    if (name === 'rPh') this.inPhonetic = false;
  }

  text(text: string): void {
    if (this.inText) this.runs.push({ text: unescape(text), bold: this.bold, italic: this.italic });
  }

  take(): readonly Run[] {
    const runs = this.runs;
    this.runs = [];
    this.bold = this.italic = false;
    return runs;
  }
}

/** `_x000D_`: how Excel's files write characters that XML cannot hold. */
function unescape(text: string): string {
  return text.replace(/_x([\dA-F]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

class StringsReader implements XmlHandler {
  readonly strings: (readonly Run[])[] = [];
  private readonly runs = new RunsReader();

  open(name: string, tag: XmlTag): void {
    this.runs.open(name, tag);
  }

  close(name: string): void {
    this.runs.close(name);
    if (name === 'si') this.strings.push(this.runs.take());
  }

  text(text: string): void {
    this.runs.text(text);
  }
}

/** Beyond this nobody writes a plan: a stray cell at the end of a sheet must not make a million rows. */
const mostRows = 200_000;
const mostColumns = 64;

class SheetReader implements XmlHandler {
  private readonly rows: ((SheetCell | undefined)[] | undefined)[] = [];
  private readonly merges: CellArea[] = [];
  private readonly inline = new RunsReader();
  private row = -1;
  private column = -1;
  private type = '';
  private style = { bold: false, isDate: false };
  private value = '';
  private inValue = false;

  constructor(
    private readonly strings: readonly (readonly Run[])[],
    private readonly styles: StylesReader,
    private readonly from1904: boolean,
  ) {}

  cells(sheet: string): SheetCells {
    const rows = Array.from(this.rows, (row) => Array.from(row ?? [], (cell) => cell ?? null));
    return { sheet, row: 0, column: 0, rows, merges: this.merges };
  }

  open(name: string, tag: XmlTag): void {
    if (name === 'row') {
      this.row = Number(tag.get('r') ?? this.row + 2) - 1;
      this.column = -1;
    } else if (name === 'c') {
      const address = readAddress(tag.get('r') ?? '');
      this.row = address?.row ?? this.row;
      this.column = address?.column ?? this.column + 1;
      this.type = tag.get('t') ?? 'n';
      this.style = this.styles.styles[Number(tag.get('s') ?? 0)] ?? { bold: false, isDate: false };
      this.value = '';
    } else if (name === 'v') {
      this.inValue = true;
    } else if (name === 'mergeCell') {
      const [first, last] = (tag.get('ref') ?? '').split(':').map(readAddress);
      if (first && last) {
        const [rows, columns] = [last.row - first.row + 1, last.column - first.column + 1];
        this.merges.push({ ...first, rows, columns });
      }
    } else {
      this.inline.open(name, tag);
    }
  }

  close(name: string): void {
    this.inline.close(name);
    if (name === 'v') this.inValue = false;
    if (name === 'c') this.keep();
  }

  text(text: string): void {
    if (this.inValue) this.value += text;
    else this.inline.text(text);
  }

  private keep(): void {
    const cell = this.cell(this.inline.take());
    if (!cell || this.row < 0 || this.row >= mostRows || this.column >= mostColumns) return;
    const row = (this.rows[this.row] ??= []);
    row[this.column] = cell;
  }

  private cell(inline: readonly Run[]): SheetCell | null {
    const { bold } = this.style;
    if (this.type === 's') return styled(this.strings[Number(this.value)] ?? [], bold);
    if (this.type === 'inlineStr') return styled(inline, bold);
    if (this.value === '' || this.type === 'e') return null;
    const runs = [{ text: unescape(this.value), bold, italic: false }];
    if (this.type === 'd') return { runs, ...dayOf(parseIso(this.value.slice(0, 10))) };
    return this.type === 'n' && this.style.isDate ? { runs, ...dayOf(this.dayOfSerial(Number(this.value))) } : { runs };
  }

  /** Days are counted from 1900 with a 29 February that never was, or from 1904. */
  private dayOfSerial(serial: number) {
    const first = dayNumber(parseIso('1970-01-01')!) - (this.from1904 ? 24_107 : 25_569);
    return serial >= 61 || this.from1904 ? fromDayNumber(first + Math.floor(serial)) : null;
  }
}

function dayOf(day: ReturnType<typeof fromDayNumber>): Pick<SheetCell, 'day'> {
  return day === null ? {} : { day };
}

/** The whole cell is bold where its style is; else what its runs say. */
function styled(runs: readonly Run[], bold: boolean): SheetCell | null {
  if (runs.length === 0) return null;
  return { runs: bold && runs.length === 1 ? runs.map((run) => ({ ...run, bold })) : runs };
}

function readAddress(text: string): { readonly row: number; readonly column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(text);
  if (!match?.[1]) return null;
  let column = 0;
  for (const letter of match[1].toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}
