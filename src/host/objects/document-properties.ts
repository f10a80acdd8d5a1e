import type { DocumentProperties, Workbook } from '../model';
import { asInteger, asText } from './arguments';
import { customPropertyCollectionClass } from './custom-properties';
import { define, type ClassDefinition } from './define';

const names = {
  Title: 'title',
  Subject: 'subject',
  Author: 'author',
  Company: 'company',
  Keywords: 'keywords',
  Comments: 'comments',
  Category: 'category',
  Manager: 'manager',
} as const satisfies Readonly<Record<string, keyof DocumentProperties>>;

export const documentPropertiesClass: ClassDefinition<Workbook> = define<Workbook>('DocumentProperties', {
  get: {
    ...Object.fromEntries(
      Object.entries(names).map(([wire, name]) => [wire, (workbook: Workbook) => workbook.properties[name]]),
    ),
    LastAuthor: ({ properties }) => properties.lastAuthor,
    CreationDate: ({ properties }) => properties.created || null,
    RevisionNumber: ({ properties }) => Number(properties.revision) || 0,
  },
  set: {
    ...Object.fromEntries(
      Object.entries(names).map(([wire, name]) => [
        wire,
        (workbook: Workbook, value: unknown) => workbook.setProperties({ [name]: asText(value) }),
      ]),
    ),
    RevisionNumber: (workbook, value) => workbook.setProperties({ revision: String(asInteger(value)) }),
  },
  navigate: { Custom: (workbook) => customPropertyCollectionClass.of(workbook) },
});
