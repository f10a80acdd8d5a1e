import type { Workbook } from '../model';
import type { Json } from '../wire/protocol';
import { invalidArgument, itemNotFound, type Arguments } from './arguments';
import { define, type ClassDefinition } from './define';
import type { HostObject } from './host-object';

interface SettingRef {
  readonly workbook: Workbook;
  readonly key: string;
}

function find(workbook: Workbook, args: Arguments): HostObject | null {
  const key = args.key(0);
  return workbook.settings.all.has(key) ? settingClass.of({ workbook, key }) : null;
}

function value({ workbook, key }: SettingRef): Json {
  if (!workbook.settings.all.has(key)) throw itemNotFound();
  return asJson(workbook.settings.all.get(key));
}

/** Settings come from JSON and go back to JSON; anything else would be a fault of the host. */
function asJson(setting: unknown): Json {
  if (setting === undefined) return null;
  return JSON.parse(JSON.stringify(setting)) as Json;
}

export const settingCollectionClass: ClassDefinition<Workbook> = define<Workbook>('SettingCollection', {
  items: (workbook) => [...workbook.settings.all.keys()].map((key) => settingClass.of({ workbook, key })),
  item: find,
  call: {
    Add: (workbook, args) => {
      const key = args.text(0);
      if (key === '') throw invalidArgument();
      workbook.settings.set(key, args.json(1));
      return settingClass.of({ workbook, key });
    },
    GetItemOrNullObject: find,
    GetCount: (workbook) => workbook.settings.all.size,
  },
});

const settingClass: ClassDefinition<SettingRef> = define<SettingRef>('Setting', {
  identity: ({ key }) => ({ _Id: key }),
  get: { Key: ({ key }) => key, Value: value, _Id: ({ key }) => key },
  set: { Value: ({ workbook, key }, setting) => workbook.settings.set(key, setting) },
  call: { Delete: ({ workbook, key }) => workbook.settings.remove(key) },
});
