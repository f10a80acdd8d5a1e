import { HostError } from '../errors';
import type { Workbook } from '../model';
import { rectOf } from '../model/geometry/rect';
import { WorkbookEvent, WORKBOOK_TARGET } from '../wire/event-types';
import type { Json } from '../wire/protocol';
import { applicationClass, runtimeClass } from './application';
import { asText, itemNotFound, type Arguments } from './arguments';
import { areasClass, rangeClass } from './classes';
import { define, events, type ClassDefinition } from './define';
import type { CallContext, HostObject } from './host-object';
import { commentCollectionClass } from './comments/comments';
import { customXmlPartCollectionClass } from './custom-xml';
import { documentPropertiesClass } from './document-properties';
import { functionsClass } from './functions';
import { namedItemCollectionClass } from './names';
import { pivotTableCollectionClass } from './pivots/pivot-table';
import { settingCollectionClass } from './settings';
import { slicerCollectionClass } from './pivots/slicers';
import { tableCollectionClass } from './tables/table';
import { worksheetCollectionClass } from './sheet/worksheet';
import { workbookProtectionClass } from './workbook-protection';

// What the classes that are only named elsewhere answer.
import './range/areas';
import './range/range';
import './rules/formats';

function eventRange(args: Arguments, context: CallContext): HostObject | null {
  return context.eventRange(args.text(0));
}

function releaseReferences(args: Arguments, context: CallContext): void {
  const ids = args.json(0);
  context.release((Array.isArray(ids) ? (ids as readonly Json[]) : [ids]).map(asText));
}

export const workbookClass: ClassDefinition<Workbook> = define<Workbook>('Workbook', {
  since: { _RegisterActivatedEvent: '1.13', _UnregisterActivatedEvent: '1.13' },
  get: {
    Name: (workbook) => workbook.fileName,
    ReadOnly: (workbook) => workbook.options.readOnly,
    AutoSave: () => false,
    IsDirty: (workbook) => workbook.history.canUndo,
    PreviouslySaved: (workbook) => workbook.retained !== null,
  },
  navigate: {
    Application: (workbook) => applicationClass.of(workbook),
    Comments: (workbook) => commentCollectionClass.of({ workbook }),
    CustomXmlParts: (workbook) => customXmlPartCollectionClass.of(workbook),
    Functions: (workbook) => functionsClass.of(workbook),
    Names: (workbook) => namedItemCollectionClass.of({ workbook }),
    PivotTables: (workbook) => pivotTableCollectionClass.of({ workbook }),
    Properties: (workbook) => documentPropertiesClass.of(workbook),
    Protection: (workbook) => workbookProtectionClass.of(workbook),
    Settings: (workbook) => settingCollectionClass.of(workbook),
    Slicers: (workbook) => slicerCollectionClass.of({ workbook }),
    Tables: (workbook) => tableCollectionClass.of({ workbook }),
    Worksheets: (workbook) => worksheetCollectionClass.of(workbook),
    _Runtime: (workbook) => runtimeClass.of(workbook),
  },
  call: {
    GetSelectedRange: ({ activeSheet }) => rangeClass.of({ sheet: activeSheet, rect: activeSheet.selection }),
    // A person selects one area here.
    GetSelectedRanges: ({ activeSheet }) => areasClass.of([{ sheet: activeSheet, rect: activeSheet.selection }]),
    GetActiveCell: ({ activeSheet }) => {
      const { row, column } = activeSheet.selection;
      return rangeClass.of({ sheet: activeSheet, rect: rectOf(row, column) });
    },
    // Nothing in the workbench activates a chart.
    GetActiveChart: () => {
      throw itemNotFound();
    },
    GetActiveChartOrNullObject: () => null,
    Save: () => {
      throw new HostError('NotImplemented', 'The embedded Excel host does not save by itself.', 'Workbook.save');
    },
    _RemoveReference: (_workbook, args, context) => releaseReferences(args, context),
    _GetRangeForEventByReferenceId: (_workbook, args, context) => {
      const range = eventRange(args, context);
      if (!range) throw itemNotFound();
      return range;
    },
    _GetRangeOrNullObjectForEventByReferenceId: (_workbook, args, context) => eventRange(args, context),
    ...events<Workbook>(() => WORKBOOK_TARGET, {
      ActivatedEvent: WorkbookEvent.activated,
      AutoSaveSettingChangedEvent: WorkbookEvent.autoSaveSettingChanged,
    }),
  },
});
