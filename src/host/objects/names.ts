import { HostError } from '../errors';
import type { DefinedName, Sheet, Workbook } from '../model';
import { parseReference, printRect, quoteSheetName } from '../model/geometry/address';
import type { Json } from '../wire/protocol';
import { asFlag, asText, invalidArgument, itemNotFound, type Arguments } from './arguments';
import { rangeClass, worksheetClass } from './classes';
import { define, type ClassDefinition } from './define';
import type { HostObject } from './host-object';
import { rangeOfFormula, type RangeRef } from './range/ref';

interface NamesRef {
  readonly workbook: Workbook;
  readonly sheet?: Sheet;
}

interface NameRef extends NamesRef {
  readonly name: string;
}

function list({ workbook, sheet }: NamesRef): readonly DefinedName[] {
  return workbook.names.all.filter((name) => name.scope === sheet?.id);
}

function definition(ref: NameRef): DefinedName {
  const lower = ref.name.toLowerCase();
  const found = list(ref).find((candidate) => candidate.name.toLowerCase() === lower);
  if (!found) throw itemNotFound();
  return found;
}

function find(ref: NamesRef, args: Arguments): HostObject | null {
  const lower = args.key(0).toLowerCase();
  const found = list(ref).find((candidate) => candidate.name.toLowerCase() === lower);
  return found ? namedItemClass.of({ ...ref, name: found.name }) : null;
}

function add(ref: NamesRef, args: Arguments): HostObject {
  const name = args.text(0);
  const range = args.object(1, rangeClass);
  const formula = range
    ? `${quoteSheetName(range.sheet.name)}!${printRect(range.rect, true)}`
    : args.text(1).replace(/^=/, '');
  if (isUnion(formula)) throw invalidArgument();
  if (find(ref, args)) {
    throw new HostError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.');
  }
  ref.workbook.names.define({
    name,
    formula,
    ...(ref.sheet ? { scope: ref.sheet.id } : {}),
    visible: true,
    comment: args.optionalText(2) ?? '',
  });
  return namedItemClass.of({ ...ref, name });
}

/** Names over several areas are not dependable in real Excels: refused here. */
function isUnion(formula: string): boolean {
  const parts = formula.split(',');
  return parts.length > 1 && parts.every((part) => parseReference(part) !== null);
}

function change(ref: NameRef, patch: Partial<DefinedName>): void {
  ref.workbook.names.define({ ...definition(ref), ...patch });
}

function rangeOf(ref: NameRef): RangeRef | null {
  return rangeOfFormula(ref.workbook, definition(ref).formula, ref.sheet);
}

function constant(formula: string): Json {
  const text = /^"((?:[^"]|"")*)"$/.exec(formula);
  if (text) return (text[1] ?? '').replaceAll('""', '"');
  if (/^(TRUE|FALSE)$/i.test(formula)) return formula.toUpperCase() === 'TRUE';
  const number = Number(formula);
  return formula.trim() !== '' && Number.isFinite(number) ? number : `=${formula}`;
}

function value(ref: NameRef): Json {
  const range = rangeOf(ref);
  if (range) return `${quoteSheetName(range.sheet.name)}!${printRect(range.rect, true)}`;
  return constant(definition(ref).formula);
}

function typeOf(ref: NameRef): string {
  if (rangeOf(ref)) return 'Range';
  const held = constant(definition(ref).formula);
  if (typeof held === 'number') return Number.isInteger(held) ? 'Integer' : 'Double';
  return typeof held === 'boolean' ? 'Boolean' : 'String';
}

export const namedItemCollectionClass: ClassDefinition<NamesRef> = define<NamesRef>('NamedItemCollection', {
  items: (ref) => list(ref).map(({ name }) => namedItemClass.of({ ...ref, name })),
  item: find,
  call: {
    Add: add,
    GetItemOrNullObject: find,
    GetCount: (ref) => list(ref).length,
  },
});

const namedItemClass: ClassDefinition<NameRef> = define<NameRef>('NamedItem', {
  identity: ({ name }) => ({ _Id: name }),
  get: {
    Name: (ref) => definition(ref).name,
    Formula: (ref) => `=${definition(ref).formula}`,
    Value: value,
    Type: typeOf,
    Visible: (ref) => definition(ref).visible,
    Comment: (ref) => definition(ref).comment,
    Scope: (ref) => (ref.sheet ? 'Worksheet' : 'Workbook'),
  },
  set: {
    Formula: (ref, formula) => change(ref, { formula: asText(formula).replace(/^=/, '') }),
    Visible: (ref, visible) => change(ref, { visible: asFlag(visible) }),
    Comment: (ref, comment) => change(ref, { comment: asText(comment) }),
  },
  navigate: {
    Worksheet: ({ sheet }) => {
      if (!sheet) throw itemNotFound();
      return worksheetClass.of(sheet);
    },
    WorksheetOrNullObject: ({ sheet }) => (sheet ? worksheetClass.of(sheet) : null),
  },
  call: {
    GetRange: (ref) => {
      const range = rangeOf(ref);
      if (!range) throw itemNotFound();
      return rangeClass.of(range);
    },
    GetRangeOrNullObject: (ref) => {
      const range = rangeOf(ref);
      return range && rangeClass.of(range);
    },
    Delete: (ref) => ref.workbook.names.remove(definition(ref).name, ref.sheet?.id),
  },
});
