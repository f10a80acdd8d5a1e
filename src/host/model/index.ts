export { Chart } from './chart';
export type { DefinedName } from './names';
export { Pivot } from './pivot-table';
export { Sheet } from './sheet';
export { StyleTable } from './styles';
export { Table } from './table';
export type { TableColumn, TableOptions } from './table';
export * from './types';
export { Workbook } from './workbook';
