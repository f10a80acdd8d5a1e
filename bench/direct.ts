import { Workbook, type Cell, type Origin, type Rect, type Sheet, type StyleId } from '../src/host';

const origin: Origin = { session: 'bench', by: 'addin' };

type Input = string | number | boolean | null;

/** The content of a sheet, ready to be written again by the engine itself: the peer of the same work over the wire. */
export interface Contents {
  readonly rect: Rect;
  readonly input: readonly (readonly Input[])[];
  readonly formats: readonly { readonly rect: Rect; readonly style: StyleId }[];
}

export function contentsOf(sheet: Sheet): Contents | null {
  const rect = sheet.usedRect();
  if (!rect) return null;
  const input: Input[][] = Array.from({ length: rect.rows }, () => Array<Input>(rect.columns).fill(null));
  const styles = new Map<string, { rect: Rect; style: StyleId }>();
  const formats: { rect: Rect; style: StyleId }[] = [];
  for (const { row, column, cell } of sheet.cellsIn(rect)) {
    input[row - rect.row]![column - rect.column] = inputOf(cell);
    if (cell.style === 0) continue;
    const above = styles.get(`${column}`);
    if (above?.style === cell.style && above.rect.row + above.rect.rows === row) {
      above.rect = { ...above.rect, rows: above.rect.rows + 1 };
    } else {
      const run = { rect: { row, column, rows: 1, columns: 1 }, style: cell.style };
      styles.set(`${column}`, run);
      formats.push(run);
    }
  }
  return { rect, input, formats };
}

/** Writes the contents with the engine alone: values as blocks, formats by run, no wire and no proxies. */
export function writeDirectly(source: Workbook, contents: readonly Contents[]): Workbook {
  const workbook = Workbook.blank();
  workbook.transact(origin, () => {
    for (const { rect, input, formats } of contents) {
      const sheet = workbook.addSheet();
      for (const format of formats) sheet.changeStyle(format.rect, source.styles.get(format.style));
      sheet.write(rect, input, 'formulas');
    }
  });
  return workbook;
}

/** Text goes in behind an apostrophe, as the product writes it. */
function inputOf({ value, formula }: Cell): Input {
  if (formula !== undefined) return `=${formula}`;
  if (typeof value === 'string') return `'${value}`;
  return value !== null && typeof value === 'object' ? value.error : value;
}
