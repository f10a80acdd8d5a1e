import type { CellValue, Point, Sheet } from '../../host/model';

export function evaluateAt(sheet: Sheet, formula: string, base: Point, at: Point): CellValue {
  return constantOf(formula);
}

function constantOf(formula: string): CellValue {
  const text = /^"((?:[^"]|"")*)"$/.exec(formula)?.[1];
  if (text !== undefined) return text.replaceAll('""', '"');
  if (/^(?:true|false)$/i.test(formula)) return formula.toLowerCase() === 'true';
  const number = Number(formula);
  return formula.trim() !== '' && Number.isFinite(number) ? number : null;
}
