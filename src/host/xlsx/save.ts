import type { Workbook } from '../model';
import { addStyles, blankPackage, WORKBOOK_PART } from './blank';
import { writeCharts } from './charts/charts';
import { writeCustomProperties } from './custom-properties';
import { writeCustomXml } from './custom-xml';
import { Colors } from './styles/colors';
import type { PartContext } from './context';
import { writeNames } from './names';
import { ensureChild, WORKBOOK_ORDER } from './xml/order';
import type { Compression } from './package/compression';
import { removeSignatures } from './package/digital-signature';
import type { Package } from './package/package';
import { writePivots } from './pivots/pivots';
import { addProperties, dropTitlesOfParts, readProperties, writeProperties } from './properties';
import { Retained, stateOf } from './package/retained';
import { same } from './same';
import { readSettings, writeSettings } from './settings';
import { writeStructureProtection } from './structure-protection';
import { StringWriter } from './cells/shared-strings';
import { SheetDraft } from './sheet/draft';
import { keptSheetList, writeSheetList } from './sheet/list';
import type { SheetList } from './sheet/list';
import { StyleWriter } from './styles/writer';
import { FileStyles } from './styles/styles';
import type { XmlElement } from './xml/xml';

export interface SaveOptions {
  /** What packs the parts that changed; that of the file it was opened from, unless given. */
  readonly compression?: Compression;
}

/**
 * The workbook as an `.xlsx` (or `.xlsm`, as it came). Starts from the file it was opened from: parts that nothing has
 * changed are byte for byte the same, in the same order; where any has, digital signatures go. The workbook itself is
 * left as it is.
 */
export function saveXlsx(workbook: Workbook, { compression }: SaveOptions = {}): Uint8Array {
  const retained = workbook.retained instanceof Retained ? workbook.retained : newFile(workbook);
  return new Saving(workbook, retained, compression).write();
}

/** A file without sheets, for a workbook that comes from none. */
function newFile(workbook: Workbook): Retained {
  const pkg = blankPackage(workbook.styles.get(0));
  addProperties(pkg, isoTime(workbook.options.now()));
  const root = pkg.xml(pkg.related(WORKBOOK_PART, 'styles')!);
  const styles = new FileStyles(root, Colors.of(pkg, WORKBOOK_PART, root));
  const nothing = { names: [], sheets: [], active: undefined, protection: { protected: false } };
  return new Retained(pkg, WORKBOOK_PART, styles, { part: undefined, strings: [] }, new Map(), nothing);
}

/** A serial number as the moment that properties record. */
function isoTime(serial: number): string {
  const seconds = Math.round((serial - 25_569) * 86_400);
  return new Date(seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
}

class Saving {
  private readonly pkg: Package;
  private readonly styles: StyleWriter;
  private stringWriter: StringWriter | null = null;

  constructor(
    private readonly workbook: Workbook,
    private readonly retained: Retained,
    compression: Compression | undefined,
  ) {
    this.pkg = retained.pkg.fork(compression);
    this.styles = new StyleWriter(workbook.styles, retained.styles, () => this.editStyles());
  }

  write(): Uint8Array {
    const { workbook, pkg, retained, styles } = this;
    const now = stateOf(workbook);
    const sheetsChanged = !same(retained.state.sheets, now.sheets);
    const list = sheetsChanged ? writeSheetList(pkg, workbook, retained) : keptSheetList(pkg, workbook, retained);
    const drafts = workbook.sheets.map(
      (sheet) => new SheetDraft(sheet, list.parts.get(sheet)!, pkg, retained.sheets.get(sheet.id)),
    );
    const context: PartContext = {
      workbook,
      pkg,
      workbookPart: retained.workbookPart,
      sheets: drafts,
      numberFormat: (id) => retained.styles.numberFormat(id),
      numberFormatId: (code) => styles.numberFormatId(code),
    };
    writePivots(context);
    writeCharts(context);
    const targets = { styles, fileStyles: retained.styles, strings: () => this.strings() };
    const saved = drafts.filter((draft) => draft.save(targets));
    this.stringWriter?.save(pkg, retained.workbookPart);
    if (sheetsChanged || saved.some((draft) => draft.hasOtherFormulas)) this.dropCalcChain();
    if (saved.length > 0 && workbook.sheets.some((sheet) => sheet.cells.formulaCount > 0)) this.recalculateOnLoad();
    if (sheetsChanged || !same(retained.state.names, now.names)) this.writeNames(list);
    if (sheetsChanged || retained.state.active !== now.active) this.writeActive(list);
    if (!same(retained.state.protection, now.protection)) {
      writeStructureProtection(this.editWorkbook(), now.protection);
    }
    if (sheetsChanged) dropTitlesOfParts(pkg);
    this.writeDocument(saved.length > 0 || !same(retained.state, now));
    if (!pkg.isSameAs(retained.pkg)) removeSignatures(pkg);
    return pkg.save();
  }

  /** Made once a sheet is written anew: its index of all strings costs. */
  private strings(): StringWriter {
    this.stringWriter ??= new StringWriter(this.retained.strings.strings);
    return this.stringWriter;
  }

  private editStyles(): XmlElement {
    const { pkg, retained } = this;
    const { workbookPart } = retained;
    const part = pkg.related(workbookPart, 'styles') ?? addStyles(pkg, workbookPart, retained.styles.root.clone());
    return pkg.edit(part);
  }

  private editWorkbook(): XmlElement {
    return this.pkg.edit(this.retained.workbookPart);
  }

  /** The order of calculation names cells with formulas: a wrong one makes Excel repair the file, none is made anew. */
  private dropCalcChain(): void {
    const { pkg, retained } = this;
    const link = pkg.relationships(retained.workbookPart).find(({ kind }) => kind === 'calcChain');
    if (!link) return;
    pkg.unrelate(retained.workbookPart, link.id);
    pkg.remove(link.target);
  }

  /** Cells changed under formulas that our library may not know: Excel computes them all when it opens the file. */
  private recalculateOnLoad(): void {
    ensureChild(this.editWorkbook(), 'calcPr', WORKBOOK_ORDER).set('fullCalcOnLoad', true);
  }

  private writeNames(list: SheetList): void {
    writeNames(this.workbook, this.editWorkbook(), list.before, list.after);
  }

  private writeActive(list: SheetList): void {
    const views = ensureChild(this.editWorkbook(), 'bookViews', WORKBOOK_ORDER);
    const place = list.after.indexOf(this.workbook.activeSheet.id);
    ensureChild(views, 'workbookView', []).set('activeTab', place > 0 ? place : undefined);
  }

  private writeDocument(isChanged: boolean): void {
    const { pkg, workbook } = this;
    const settingsChanged = !same([...readSettings(pkg)], [...workbook.settings.all]);
    if (settingsChanged) writeSettings(pkg, workbook.settings.all);
    writeCustomProperties(pkg, workbook.customProperties.all);
    writeCustomXml(pkg, this.retained.workbookPart, workbook.customXml.all);
    const before = readProperties(pkg);
    const propertiesChanged = Object.entries(workbook.properties).some(
      ([key, value]) => value !== (before[key as keyof typeof before] ?? ''),
    );
    if (!isChanged && !settingsChanged && !propertiesChanged) return;
    writeProperties(pkg, before, workbook.properties, isoTime(workbook.options.now()));
  }
}
