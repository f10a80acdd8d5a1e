import type { CustomProperty, Sheet, Workbook } from '../model';
import { removeSheetProperty, setSheetProperty, sheetProperty, type SheetProperty } from '../model/sheet-properties';
import type { Json } from '../wire/protocol';
import { asText, invalidArgument, itemNotFound, type Arguments } from './arguments';
import { define, type ClassDefinition } from './define';
import type { HostObject } from './host-object';

interface PropertyRef {
  readonly workbook: Workbook;
  readonly key: string;
}

function property({ workbook, key }: PropertyRef): CustomProperty {
  const found = workbook.customProperties.get(key);
  if (!found) throw itemNotFound();
  return found;
}

function find(workbook: Workbook, args: Arguments): HostObject | null {
  const found = workbook.customProperties.get(args.key(0));
  return found ? propertyClass.of({ workbook, key: found.key }) : null;
}

function asValue(value: Json): CustomProperty['value'] {
  if (typeof value === 'object') throw invalidArgument();
  return value;
}

export const customPropertyCollectionClass: ClassDefinition<Workbook> = define<Workbook>('CustomPropertyCollection', {
  items: (workbook) => workbook.customProperties.all.map(({ key }) => propertyClass.of({ workbook, key })),
  item: find,
  call: {
    Add: (workbook, args) => {
      const key = args.text(0);
      workbook.customProperties.set(key, asValue(args.json(1)));
      return find(workbook, args) ?? propertyClass.of({ workbook, key: key.slice(0, 255) });
    },
    DeleteAll: (workbook) => workbook.customProperties.clear(),
    GetCount: (workbook) => workbook.customProperties.all.length,
    GetItemOrNullObject: find,
  },
});

const propertyClass: ClassDefinition<PropertyRef> = define<PropertyRef>('CustomProperty', {
  identity: ({ key }) => ({ _Id: key }),
  alive: ({ workbook, key }) => workbook.customProperties.get(key) !== undefined,
  get: {
    Key: ({ key }) => key,
    Type: (ref) => property(ref).type,
    Value: (ref) => property(ref).value,
  },
  set: { Value: ({ workbook, key }, value) => workbook.customProperties.set(key, asValue(value)) },
  call: { Delete: ({ workbook, key }) => workbook.customProperties.remove(key) },
});

interface SheetPropertyRef {
  readonly sheet: Sheet;
  readonly key: string;
}

function findOnSheet(sheet: Sheet, args: Arguments): HostObject | null {
  const found = sheetProperty(sheet, args.key(0));
  return found ? sheetPropertyClass.of({ sheet, key: found.key }) : null;
}

function noted({ sheet, key }: SheetPropertyRef): SheetProperty {
  const found = sheetProperty(sheet, key);
  if (!found) throw itemNotFound();
  return found;
}

export const worksheetCustomPropertyCollectionClass: ClassDefinition<Sheet> = define<Sheet>(
  'WorksheetCustomPropertyCollection',
  {
    items: (sheet) => sheet.customProperties.map(({ key }) => sheetPropertyClass.of({ sheet, key })),
    item: findOnSheet,
    call: {
      Add: (sheet, args) => {
        const key = args.text(0);
        setSheetProperty(sheet, key, args.text(1));
        return sheetPropertyClass.of({ sheet, key });
      },
      GetCount: (sheet) => sheet.customProperties.length,
      GetItemOrNullObject: findOnSheet,
    },
  },
);

const sheetPropertyClass: ClassDefinition<SheetPropertyRef> = define<SheetPropertyRef>('WorksheetCustomProperty', {
  identity: ({ key }) => ({ _Id: key }),
  alive: ({ sheet, key }) => sheetProperty(sheet, key) !== undefined,
  get: { Key: (ref) => noted(ref).key, Value: (ref) => noted(ref).value, _Id: ({ key }) => key },
  set: { Value: ({ sheet, key }, value) => setSheetProperty(sheet, key, asText(value)) },
  call: { Delete: ({ sheet, key }) => removeSheetProperty(sheet, key) },
});
