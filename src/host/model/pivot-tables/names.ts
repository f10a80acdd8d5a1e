import { HostError } from '../../errors';
import { sameName } from '../formulas/names';
import type { Workbook } from '../workbook';
import type { Pivot } from './pivot-table';
import type { Slicer } from './slicer';

/** Throws `InvalidArgument` unless no other pivot of the workbook has the name. */
export function checkFreePivotName(workbook: Workbook, name: string, but?: Pivot): void {
  if (isFree(workbook.pivots, name, but)) return;
  throw new HostError('InvalidArgument', `“${name}” cannot be the name of a PivotTable here.`);
}

/** Throws `InvalidArgument` unless no other slicer of the workbook has the name. */
export function checkFreeSlicerName(workbook: Workbook, name: string, but?: Slicer): void {
  if (isFree(workbook.slicers, name, but)) return;
  throw new HostError('InvalidArgument', `“${name}” cannot be the name of a slicer here.`);
}

function isFree<T extends { readonly definition: { readonly name: string } }>(
  named: readonly T[],
  name: string,
  but: T | undefined,
): boolean {
  return name.trim() !== '' && !named.some((other) => other !== but && sameName(other.definition.name, name));
}
