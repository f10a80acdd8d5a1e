import { printRect } from '../../model';
import type { Sheet } from '../../model';
import { blankSheet, WORKSHEET_TYPE } from '../blank';
import { writeCells } from '../cells/writer';
import type { CellTargets } from '../cells/writer';
import type { SheetPart } from '../context';
import { FEATURES } from './features';
import { ensureChild, WORKSHEET_ORDER } from '../xml/order';
import type { Outline, Package } from '../package/package';
import { marksOf } from '../package/retained';
import type { RetainedSheet } from '../package/retained';
import { same } from '../same';
import type { StyleWriter } from '../styles/writer';
import type { FileStyles } from '../styles/styles';
import { writeXml, XML_DECLARATION } from '../xml/xml';
import type { TextSink, XmlElement } from '../xml/xml';

/** What a sheet's part is written with. */
export interface DraftTargets extends CellTargets {
  readonly styles: StyleWriter;
  readonly fileStyles: FileStyles;
}

/** A sheet on its way into the file: its part is parsed only once something of it has to change. */
export class SheetDraft implements SheetPart {
  private outline: Outline | null = null;
  private isEdited = false;

  constructor(
    readonly sheet: Sheet,
    readonly part: string,
    private readonly pkg: Package,
    /** Absent for a sheet that the file does not have yet. */
    private readonly retained: RetainedSheet | undefined,
  ) {}

  get root(): XmlElement {
    return this.parsed().root;
  }

  edit(): XmlElement {
    this.isEdited = true;
    return this.root;
  }

  /** Whether formulas stand elsewhere than in the file. */
  get hasOtherFormulas(): boolean {
    return this.retained?.state.formulas !== marksOf(this.sheet).formulas;
  }

  /** Brings the part in line with the sheet; false where there was nothing to do. */
  save(targets: DraftTargets): boolean {
    const { sheet, part, pkg, retained } = this;
    const now = marksOf(sheet);
    FEATURES.forEach((feature, at) => {
      if (retained && same(retained.state.features[at], now.features[at])) return;
      feature.write({ sheet, pkg, part, root: this.edit(), fileStyles: targets.fileStyles, styles: targets.styles });
    });
    const newCells = retained?.state.version !== now.version || retained.state.rows !== now.rows;
    if (!newCells && !this.isEdited) return false;
    const { root, source, cut } = this.parsed();
    if (newCells) this.setDimension(root);
    const sheetData = {
      element: ensureChild(root, 'sheetData', WORKSHEET_ORDER),
      write: (out: TextSink) => {
        if (newCells) writeCells(sheet, targets, out, retained?.extras);
        else if (cut) out.push(source.slice(cut.start, cut.end));
      },
    };
    const write = (out: TextSink): void => {
      out.push(XML_DECLARATION, '\n');
      writeXml(root, out, sheetData);
    };
    pkg.putText(part, write, retained ? undefined : WORKSHEET_TYPE);
    return true;
  }

  private setDimension(root: XmlElement): void {
    const used = this.sheet.usedRect();
    ensureChild(root, 'dimension', WORKSHEET_ORDER).set('ref', used ? printRect(used) : 'A1');
  }

  private parsed(): Outline {
    this.outline ??= this.retained
      ? this.pkg.outline(this.part, 'sheetData')
      : { root: blankSheet(), source: '', cut: null };
    return this.outline;
  }
}
