import type { Area } from './references';

/** Areas of one shape; SUMIF's last takes the shape of the first, as in Excel. */
export function sameShape(name: string, areas: readonly (Area | undefined)[]): readonly Area[] | undefined {
  const found = areas.filter((area) => area !== undefined);
  const [first] = found;
  if (!first || found.length !== areas.length) return undefined;
  const { rows, columns } = first.rect;
  if (!name.endsWith('S')) return found.map(({ sheet, rect }) => ({ sheet, rect: { ...rect, rows, columns } }));
  return found.every(({ rect }) => rect.rows === rows && rect.columns === columns) ? found : undefined;
}
