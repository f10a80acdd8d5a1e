import { comments } from '../comments/comments';
import { customProperties } from './custom-properties';
import { columnSpans, sheetFormat } from './column-spans';
import { conditionalFormats } from './conditional-formats';
import type { SheetFeature } from './feature';
import { autoFilter } from './filters';
import { hyperlinks } from './hyperlinks';
import { merges } from './merges';
import { pageLayout } from './page-layout';
import { protection } from './protection';
import { display, freeze, selection, tabColor } from './view';
import { tables } from './tables';
import { validations } from './validations';

/** All of a sheet but its cells, in the order of reading and writing. */
export const FEATURES: readonly SheetFeature[] = [
  tabColor,
  display,
  freeze,
  selection,
  sheetFormat,
  columnSpans,
  merges,
  autoFilter,
  conditionalFormats,
  validations,
  hyperlinks,
  pageLayout,
  customProperties,
  tables,
  comments,
  // Last: a protected sheet refuses what comes after.
  protection,
];
