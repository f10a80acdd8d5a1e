import type { HostOptions, Sheet, SheetVisibility, StyleId } from '../model';
import { Workbook } from '../model';
import { Allowance } from './package/allowance';
import { flag, numberOf } from './xml/attributes';
import { blankStyles } from './blank';
import { NO_EXTRAS } from './cells/cell-extras';
import type { SheetExtras } from './cells/cell-extras';
import { readCustomProperties } from './custom-properties';
import { readCustomXml } from './custom-xml';
import { readCells } from './cells/reader';
import { readCharts } from './charts/charts';
import { Colors } from './styles/colors';
import type { PartContext, SheetPart } from './context';
import { XlsxError } from './errors';
import { FEATURES } from './sheet/features';
import { sheetSource, shellOf } from './sheet/source';
import type { CellsSpan } from './sheet/source';
import { relationshipId } from './xml/namespaces';
import { readNames } from './names';
import { Package } from './package/package';
import type { PackageOptions } from './package/package';
import { readPivots } from './pivots/pivots';
import { readProperties } from './properties';
import { marksOf, Retained, stateOf } from './package/retained';
import type { RetainedSheet } from './package/retained';
import { readSlicers } from './slicers/slicers';
import { readSettings } from './settings';
import { readStructureProtection } from './structure-protection';
import { readSharedStrings } from './cells/shared-strings';
import type { SharedStrings } from './cells/shared-strings';
import { refuseOtherFormats } from './package/signatures';
import { FileStyles } from './styles/styles';
import type { XmlElement } from './xml/xml';

export interface OpenOptions extends Partial<HostOptions>, PackageOptions {}

/**
 * Opens a workbook (`.xlsx`, `.xlsm`, templates; transitional or strict). What the model does not know is kept for
 * `saveXlsx`. PivotTables that the file wants refreshed on opening are, as in Excel: that is no change of the person's,
 * so it can neither be undone nor is it told. Errors: XlsxError with a code for each way in which a file can be no workbook.
 */
export function openXlsx(bytes: Uint8Array, { limits, compression, ...options }: OpenOptions = {}): Workbook {
  refuseOtherFormats(bytes);
  const pkg = Package.open(bytes, { limits, compression });
  // Saving follows links that opening does not: they are read while the file can still be refused.
  for (const name of pkg.names()) if (/\.rels$/i.test(name)) pkg.xml(name);
  const workbook = new Workbook(options);
  const opening = new Opening(pkg, workbook);
  workbook.retained = workbook.load(() => opening.read());
  for (const pivot of workbook.pivots) pivot.refreshOnOpening();
  // Excel asks the person; nobody can be asked here, so what the author recommends is done.
  if (opening.recommendsReadOnly) workbook.configure({ readOnly: true });
  return workbook;
}

/** A sheet listed in the workbook part whose part is a worksheet. */
interface ListedSheet {
  readonly element: XmlElement;
  readonly relationship: string;
  readonly part: string;
}

interface OpenedSheet extends SheetPart {
  readonly relationship: string;
  readonly cells: CellsSpan | null;
  readonly extras: SheetExtras;
}

const VISIBILITY: Readonly<Record<string, SheetVisibility>> = { hidden: 'Hidden', veryHidden: 'VeryHidden' };

/** Characters of long formulas that cells share, once each has its own. */
const MOST_FORMULA_TEXT = 1 << 24;
/** Cells of all sheets: what a program of two gigabytes holds. */
const MOST_CELLS = 1 << 24;
/** Places without a cell before the last one of each row: half a gigabyte. */
const MOST_GAPS = 1 << 26;

class Opening {
  private readonly workbookPart: string;
  private readonly root: XmlElement;
  private readonly styles: FileStyles;
  private readonly strings: SharedStrings;
  private readonly repeated: ReadonlySet<number>;
  private readonly allowances = {
    sharedFormulas: new Allowance(MOST_FORMULA_TEXT, 'shared formulas of too much text'),
    cells: new Allowance(MOST_CELLS, 'too many cells'),
    gaps: new Allowance(MOST_GAPS, 'cells too far apart'),
  };

  constructor(
    private readonly pkg: Package,
    private readonly workbook: Workbook,
  ) {
    this.workbookPart = findWorkbook(pkg);
    this.root = pkg.xml(this.workbookPart);
    if (this.root.local !== 'workbook') throw new XlsxError('notWorkbook', 'no workbook', this.workbookPart);
    const stylesPart = pkg.related(this.workbookPart, 'styles');
    const stylesRoot = stylesPart === undefined ? blankStyles() : pkg.xml(stylesPart);
    this.styles = new FileStyles(stylesRoot, Colors.of(pkg, this.workbookPart, stylesRoot));
    this.strings = readSharedStrings(pkg, this.workbookPart, this.styles.colors);
    this.repeated = repeatedStrings(this.strings);
  }

  get recommendsReadOnly(): boolean {
    return flag(this.root.child('fileSharing'), 'readOnlyRecommended', false);
  }

  read(): Retained {
    const { workbook, pkg, workbookPart, styles, strings } = this;
    workbook.date1904 = flag(this.root.child('workbookPr'), 'date1904', false);
    const styleIds = this.loadStyles();
    const listed = this.listSheets();
    const made = listed.map((sheet) => sheet && this.addSheet(sheet));
    const opened = listed.flatMap((sheet, at) => {
      const model = made[at];
      return sheet && model ? [this.readSheet(sheet, model, styleIds)] : [];
    });
    readNames(
      workbook,
      this.root,
      made.map((sheet) => sheet?.id),
    );
    workbook.loadProtection(readStructureProtection(this.root));
    workbook.setProperties(readProperties(pkg));
    workbook.customProperties.load(readCustomProperties(pkg));
    workbook.customXml.load(readCustomXml(pkg, workbookPart));
    for (const [key, value] of readSettings(pkg)) workbook.settings.set(key, value);
    const context: PartContext = {
      workbook,
      pkg,
      workbookPart,
      sheets: opened,
      numberFormat: (id) => styles.numberFormat(id),
      numberFormatId: () => {
        throw new Error('A file that is being read takes no new formats.');
      },
    };
    readPivots(context);
    readCharts(context);
    readSlicers(context);
    this.activate(made);
    const sheets = new Map<string, RetainedSheet>(
      opened.map(({ sheet, part, relationship, cells, extras }) => [
        sheet.id,
        { part, relationship, cells, extras, state: marksOf(sheet) },
      ]),
    );
    return new Retained(pkg, workbookPart, styles, strings, sheets, stateOf(workbook));
  }

  private loadStyles(): StyleId[] {
    const { formats } = this.styles;
    if (formats[0]) this.workbook.styles.setDefault(formats[0]);
    return formats.map((style) => this.workbook.styles.intern(style));
  }

  /** In the order of the tabs; undefined for sheets of other kinds (charts, dialogs), which stay in the file. */
  private listSheets(): (ListedSheet | undefined)[] {
    const links = new Map(this.pkg.relationships(this.workbookPart).map((link) => [link.id, link]));
    const seen = new Set<string>();
    const listed = (this.root.child('sheets')?.elements() ?? []).map((element) => {
      const relationship = relationshipId(element) ?? '';
      const link = links.get(relationship);
      if (link?.kind !== 'worksheet') return undefined;
      if (!this.pkg.has(link.target)) throw new XlsxError('missingPart', 'absent', link.target);
      // One part for thousands of sheets would be read, and written, as often.
      if (seen.has(link.target)) throw new XlsxError('damaged', 'the same sheet twice', link.target);
      seen.add(link.target);
      return { element, relationship, part: link.target };
    });
    if (!listed.some((sheet) => sheet !== undefined)) {
      throw new XlsxError('notWorkbook', 'no worksheet', this.workbookPart);
    }
    return listed;
  }

  private addSheet({ element }: ListedSheet): Sheet {
    const sheet = this.workbook.addSheet(element.get('name') ?? '');
    sheet.update({ visibility: VISIBILITY[element.get('state') ?? ''] ?? 'Visible' });
    return sheet;
  }

  private readSheet({ part, relationship }: ListedSheet, sheet: Sheet, styleIds: readonly StyleId[]): OpenedSheet {
    const { pkg, styles, strings, repeated } = this;
    const { bytes, start } = sheetSource(pkg, part);
    const sources = {
      strings: strings.strings,
      repeated,
      styles: styleIds,
      colors: styles.colors,
      allowances: { ...this.allowances, pieces: pkg.pieces },
    };
    const read = start === null ? null : readCells(bytes, start, part, sheet, sources);
    const cells = start !== null && read ? { start, end: read.end } : null;
    const root = shellOf(bytes, cells, part, pkg.pieces);
    if (root.local !== 'worksheet') throw new XlsxError('notWorkbook', 'not a worksheet', part);
    for (const [row, look] of read?.rows ?? []) sheet.rows.load(row, look);
    for (const feature of FEATURES) feature.read({ sheet, pkg, part, root, styles, styleIds });
    const edit = (): XmlElement => {
      throw new Error('A file that is being read is not changed.');
    };
    return { sheet, part, root, relationship, cells, extras: read?.extras ?? NO_EXTRAS, edit };
  }

  private activate(made: readonly (Sheet | undefined)[]): void {
    const place = numberOf(this.root.child('bookViews')?.child('workbookView'), 'activeTab', 0);
    const active = made[place];
    if (active?.visibility === 'Visible') this.workbook.activate(active);
  }
}

const WORKBOOK_TYPES =
  /^application\/vnd\.(openxmlformats-officedocument\.spreadsheetml|ms-excel)\.(sheet|template|addin)(\.macroEnabled)?\.main\+xml$/i;

function findWorkbook(pkg: Package): string {
  const part = pkg.related('', 'officeDocument');
  if (part === undefined) throw new XlsxError('notWorkbook', 'the package names no document');
  const type = pkg.contentType(part) ?? '';
  if (/sheet\.binary/i.test(type)) throw new XlsxError('xlsb', 'a binary workbook', part);
  // Some writers leave the type to the extension: what the part holds decides then.
  if (!WORKBOOK_TYPES.test(type) && type !== 'application/xml') throw new XlsxError('notWorkbook', type, part);
  return part;
}

/** Indexes of strings that an earlier one spells the same. */
function repeatedStrings({ strings }: SharedStrings): Set<number> {
  const plain = new Set<string>();
  const inRuns = new Set<string>();
  const repeated = new Set<number>();
  strings.forEach(({ text, rich }, index) => {
    const seen = rich ? inRuns : plain;
    const before = seen.size;
    if (seen.add(rich ? JSON.stringify(rich) : text).size === before) repeated.add(index);
  });
  return repeated;
}
