import { HostError } from '../../errors';
import type { FontStyle, RichRun, StylePatch } from '../../model';
import { rectOf } from '../../model/geometry/rect';
import { runsOf } from '../../model/looks/measure';
import type { Json, JsonObject } from '../../wire/protocol';
import { isHigher } from '../../wire/versions';
import { asText, invalidArgument } from '../arguments';
import { isJsonObject } from '../define';
import type { RangeRef } from './ref';

/** `textRuns` came as a property of an argument: no member of a class tells an older Excel from a newer one. */
const REQUIRED = '1.18';

/**
 * Gives every cell of a range one text in several fonts, which replaces what it holds. What a font does not say
 * is as the cell's. A text that Excel would take for a formula or a number becomes one, in the cell's own font.
 */
export function writeTextRuns(
  { sheet, rect }: RangeRef,
  value: Json,
  fontOf: (font: JsonObject) => NonNullable<StylePatch['font']>,
): void {
  refuseBefore(sheet.workbook.options.excelApi);
  if (!Array.isArray(value)) throw invalidArgument();
  const rich = (value as readonly Json[]).map((run): RichRun => {
    if (!isJsonObject(run)) throw invalidArgument();
    const text = asText(run.text ?? null);
    const { font } = run;
    if (font === undefined || font === null) return { text };
    if (!isJsonObject(font)) throw invalidArgument();
    return { text, font: fontOf(font) };
  });
  const text = rich.map((run) => run.text).join('');
  for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
    for (let column = rect.column; column < rect.column + rect.columns; column += 1) {
      sheet.write(rectOf(row, column), [[text]], 'values');
      if (sheet.cells.get(row, column)?.value === text) sheet.setRich(row, column, rich);
    }
  }
}

/** The runs of a cell, each with its whole font; a plain text is one run, an empty cell none. */
export function readTextRuns({ sheet, rect: { row, column } }: RangeRef): JsonObject[] {
  refuseBefore(sheet.workbook.options.excelApi);
  const text = sheet.text(row, column);
  if (text === '') return [];
  const { font } = sheet.workbook.styles.get(sheet.styles.at(row, column));
  return runsOf(text, font, sheet.cells.get(row, column)?.rich).map((run) => ({
    text: run.text,
    font: fontProperties(run.font),
  }));
}

function fontProperties({ name, size, bold, italic, underline, strikethrough, color }: FontStyle): JsonObject {
  return { name, size, bold, italic, underline, strikethrough, color };
}

function refuseBefore(excelApi: string): void {
  if (!isHigher(REQUIRED, excelApi)) return;
  throw new HostError(
    'ApiNotFound',
    `textRuns needs ExcelApi ${REQUIRED}, which this Excel does not have.`,
    'textRuns',
  );
}
