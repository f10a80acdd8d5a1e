import { sizes, type ReportRow, type TextRun } from '../../report';
import { fontFamily, palette } from '../sheets/palette';
import { looks } from './looks';
import { setByCell } from './setByCell';

/**
 * Queues the texts in several fonts of a column, after their values and their looks: a font given to a whole cell
 * takes the place of those of its runs. `rich` are the rows that have one, `start` is the first row's place.
 */
export function drawRich(
  sheet: Excel.Worksheet,
  rows: readonly ReportRow[],
  { start, column, rich }: { readonly start: number; readonly column: number; readonly rich: readonly number[] },
): void {
  setByCell(sheet, { start, column, rows: rich }, (row) => {
    const runs = rows[row]?.cells[column]?.runs;
    return runs === undefined ? {} : { textRuns: runs.map(textRun) };
  });
}

/** Everything about the font is said: what Excel gives a run that says less is not written anywhere. */
function textRun({ text, style }: TextRun): Excel.RangeTextRun {
  const { bold = false, italic = false, color = palette.ink, size = sizes.body } = looks[style];
  return { text, font: { name: fontFamily, size, bold, italic, color } };
}
