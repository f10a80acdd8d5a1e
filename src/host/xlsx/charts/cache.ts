import type { CellValue, Workbook } from '../../model';
import { parseReference } from '../../model/geometry/address';
import { xml, xmlText, type XmlElement } from '../xml/xml';
import { encodeXstring } from '../xml/xstring';

interface Point {
  readonly value: CellValue;
  readonly text: string;
}

interface Cells {
  readonly points: readonly Point[];
  readonly format: string;
}

/** Cells a chart may show of a range at most: a whole column is cut at the sheet's used cells. */
function cellsOf(workbook: Workbook, formula: string): Cells {
  const reference = parseReference(formula);
  const sheet = reference?.sheet === undefined ? undefined : workbook.sheetByName(reference.sheet);
  const used = sheet?.cells.extent();
  if (!reference || !sheet || !used) return { points: [], format: 'General' };
  const { row, column, rows, columns } = reference.rect;
  const points: Point[] = [];
  for (let at = row; at < Math.min(row + rows, used.row + used.rows); at++) {
    for (let across = column; across < Math.min(column + columns, used.column + used.columns); across++) {
      points.push({ value: sheet.cells.get(at, across)?.value ?? null, text: sheet.text(at, across) });
    }
  }
  return { points, format: sheet.styles.numberFormat(row, column) };
}

function pointElements(points: readonly Point[], textOf: (point: Point) => string | null): XmlElement[] {
  const elements: XmlElement[] = [xml('c:ptCount', { val: points.length })];
  points.forEach((point, idx) => {
    const text = textOf(point);
    if (text !== null) elements.push(xml('c:pt', { idx }, [xmlText('c:v', encodeXstring(text))]));
  });
  return elements;
}

/** A reference to texts, with the texts as they are now: what a reader shows before it computes. */
export function textReference(workbook: Workbook, formula: string): XmlElement {
  const { points } = cellsOf(workbook, formula);
  const cache = pointElements(points, ({ value, text }) => (value === null ? null : text));
  return xml('c:strRef', {}, [xmlText('c:f', formula), xml('c:strCache', {}, cache)]);
}

/** A reference to numbers, with their values as they are now. */
export function numberReference(workbook: Workbook, formula: string): XmlElement {
  const { points, format } = cellsOf(workbook, formula);
  const cache = pointElements(points, ({ value }) => (typeof value === 'number' ? String(value) : null));
  return xml('c:numRef', {}, [
    xmlText('c:f', formula),
    xml('c:numCache', {}, [xmlText('c:formatCode', format), ...cache]),
  ]);
}
