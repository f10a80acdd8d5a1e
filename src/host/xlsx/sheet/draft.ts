import { printRect } from '../../model';
import type { Sheet } from '../../model';
import { blankSheet, WORKSHEET_TYPE } from '../blank';
import { writeCells } from '../cells/writer';
import type { CellTargets } from '../cells/writer';
import type { SheetPart } from '../context';
import { FEATURES } from './features';
import { ensureChild, WORKSHEET_ORDER } from '../xml/order';
import type { Package } from '../package/package';
import type { TextPacker } from '../package/packing';
import { sheetSource, shellOf } from './source';
import { formulasMark, marksOf } from '../package/retained';
import type { RetainedSheet } from '../package/retained';
import { same } from '../same';
import type { StyleWriter } from '../styles/writer';
import type { FileStyles } from '../styles/styles';
import { writeXml, XML_DECLARATION } from '../xml/xml';
import type { XmlElement } from '../xml/xml';

/** What a sheet's part is written with. */
export interface DraftTargets extends CellTargets {
  readonly styles: StyleWriter;
  readonly fileStyles: FileStyles;
}

/** A sheet on its way into the file: its part is parsed only once something of it has to change. */
export class SheetDraft implements SheetPart {
  private shell: XmlElement | null = null;
  private isEdited = false;

  constructor(
    readonly sheet: Sheet,
    readonly part: string,
    private readonly pkg: Package,
    /** Absent for a sheet that the file does not have yet. */
    private readonly retained: RetainedSheet | undefined,
  ) {}

  get root(): XmlElement {
    return this.parsed();
  }

  edit(): XmlElement {
    this.isEdited = true;
    return this.root;
  }

  /** Whether formulas stand elsewhere than in the file. */
  get hasOtherFormulas(): boolean {
    return this.retained?.state.formulas !== formulasMark(this.sheet);
  }

  /** Brings the part in line with the sheet; false where there was nothing to do. */
  save(targets: DraftTargets): boolean {
    const { sheet, part, pkg, retained } = this;
    const now = marksOf(sheet);
    FEATURES.forEach((feature, at) => {
      if (retained && same(retained.state.features[at], now.features[at])) return;
      feature.write({ sheet, pkg, part, root: this.edit(), fileStyles: targets.fileStyles, styles: targets.styles });
    });
    const newCells = retained?.state.version !== now.version;
    if (!newCells && !this.isEdited) return false;
    const root = this.parsed();
    if (newCells) this.setDimension(root);
    const element = ensureChild(root, 'sheetData', WORKSHEET_ORDER);
    const write = (out: TextPacker): void => {
      const writeInside = (): void => {
        if (newCells) writeCells(sheet, targets, out, retained?.extras);
        else if (retained.cells) {
          const { start, end } = retained.cells;
          out.bytes(sheetSource(pkg, part).bytes.subarray(start, end));
        }
      };
      out.push(XML_DECLARATION, '\n');
      writeXml(root, out, { element, write: writeInside });
    };
    pkg.putText(part, write, retained ? undefined : WORKSHEET_TYPE);
    return true;
  }

  private setDimension(root: XmlElement): void {
    const used = this.sheet.cells.extent();
    ensureChild(root, 'dimension', WORKSHEET_ORDER).set('ref', used ? printRect(used) : 'A1');
  }

  private parsed(): XmlElement {
    const { retained, pkg, part } = this;
    this.shell ??= retained ? shellOf(sheetSource(pkg, part).bytes, retained.cells, part) : blankSheet();
    return this.shell;
  }
}
