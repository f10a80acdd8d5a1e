import type { PivotResult } from '../../host/model/pivot';
import type { Border } from '../../host/model/looks/style';
import { theme, tinted } from './colour';
import type { Layer } from './look';

/** The lines of a PivotTable, as its style tells them apart. */
export type PivotLineKind = 'header' | 'lastHeader' | 'data' | 'subtotal' | 'grand';

const thin = (color: string): Border => ({ line: 'thin', color });

/** What each line of the result's body is, from its first. */
export function pivotLines({ body, firstDataRow, rowLines }: PivotResult): PivotLineKind[] {
  return Array.from({ length: body.rows }, (_, line) => {
    if (line < firstDataRow) return line === firstDataRow - 1 ? 'lastHeader' : 'header';
    const kind = rowLines[line - firstDataRow]?.kind;
    return kind === 'grand' ? 'grand' : kind === 'subtotal' || kind === 'head' ? 'subtotal' : 'data';
  });
}

/**
 * The layer a PivotTable's style puts under the cells of a line: the plain families of Excel
 * (`PivotStyleLight16` is what a new one gets).
 */
export function pivotLayer(style: string, kind: PivotLineKind): Layer {
  const [, family, digits] = /^PivotStyle(Light|Medium|Dark)(\d+)$/.exec(style) ?? [];
  if (family === undefined || kind === 'data') return {};
  if (kind === 'subtotal') return { bold: true };
  const accent = theme.accents[((Number(digits) - 1) % 7) - 1];
  if (family !== 'Light') return { bold: true, fill: accent ?? theme.dark, color: theme.light };
  const soft: Layer = { bold: true, fill: accent === undefined ? '#D9D9D9' : tinted(accent, 0.8) };
  const line = thin(accent === undefined ? '#7F7F7F' : tinted(accent, 0.4));
  if (kind === 'header') return soft;
  return { ...soft, borders: kind === 'grand' ? { top: line } : { bottom: line } };
}
