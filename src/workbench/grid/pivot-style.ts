import type { PivotRole } from '../../host/model/pivot';
import type { Border } from '../../host/model/types';
import { theme, tinted } from './colour';
import type { Layer } from './look';

const thin = (color: string): Border => ({ line: 'thin', color });

const headers = new Set<PivotRole>([
  'rowField',
  'columnField',
  'valuesField',
  'dataCaption',
  'columnLabel',
  'columnSubtotalLabel',
  'columnGrandTotalLabel',
]);
const subtotals = new Set<PivotRole>(['rowSubtotalLabel', 'subtotal']);

/**
 * The layer a PivotTable's style puts under one of its cells: the plain families of Excel
 * (`PivotStyleLight16` is what a new one gets). `grandRow`: the cell is on the line of the grand total.
 */
export function pivotLayer(style: string, role: PivotRole, grandRow: boolean): Layer {
  const [, family, digits] = /^PivotStyle(Light|Medium|Dark)(\d+)$/.exec(style) ?? [];
  if (family === undefined) return {};
  const accent = theme.accents[((Number(digits) - 1) % 7) - 1];
  const soft = accent === undefined ? '#D9D9D9' : tinted(accent, 0.8);
  const line = accent === undefined ? '#7F7F7F' : tinted(accent, 0.4);
  const solid: Layer =
    family === 'Light' ? { bold: true, fill: soft } : { bold: true, fill: accent ?? theme.dark, color: theme.light };
  if (headers.has(role)) return family === 'Light' ? { ...solid, borders: { bottom: thin(line) } } : solid;
  if (grandRow) return family === 'Light' ? { ...solid, borders: { top: thin(line) } } : solid;
  if (subtotals.has(role)) return { bold: true };
  return {};
}
