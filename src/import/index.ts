export type { Block, ListMark, Run, SourceCell, SourceTable, TextLine } from './blocks';
export type { DraftActivity } from './collect';
export { describeImportProblem, describeRefusal, outlineWords } from './describe';
export { draftImport, type DraftImport, type DraftOptions, type ImportQuestion } from './draft';
export { importWrite, type ImportWrite, type ImportMerge, planMerge } from './merge';
export type { ImportProblem, ImportProblemCode, ImportProblemParams } from './problems';
export type { Read, RefusalCode } from './refusals';
export type { CellArea, SheetCell, SheetCells } from './sheet';
export { readDocument, type DocumentFormat, type DocumentSource, type SourceDocument } from './source';
