import type { Sheet } from '../model';
import { declare } from './define';
import type { Areas, RangeRef, ScopedTables } from './range/ref';

/**
 * The classes that many others lead to, and that lead to them in turn: declared here, so that nobody need import the
 * file that says what they answer but the root.
 */
export const worksheetClass = declare<Sheet>('Worksheet');
export const rangeClass = declare<RangeRef>('Range');
export const areasClass = declare<Areas>('RangeAreas');
export const conditionalFormatCollectionClass = declare<RangeRef>('ConditionalFormatCollection');
export const tableScopedCollectionClass = declare<ScopedTables>('TableScopedCollection');
