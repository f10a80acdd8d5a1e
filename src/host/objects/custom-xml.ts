import type { CustomXmlPart, Workbook } from '../model';
import { XlsxError } from '../xlsx/errors';
import { parseXml, type XmlElement } from '../xlsx/xml/xml';
import { asText, invalidArgument, itemNotFound, type Arguments } from './arguments';
import { define, type ClassDefinition } from './define';
import type { HostObject } from './host-object';

interface PartRef {
  readonly workbook: Workbook;
  readonly id: string;
}

/** The parts whose root is of a namespace. */
interface ScopedParts {
  readonly workbook: Workbook;
  readonly namespace: string;
}

/** The root of a document. Throws `InvalidArgument` for one that is not well formed. */
function rootOf(xml: string): XmlElement {
  try {
    return parseXml(xml, 'customXml').root;
  } catch (error) {
    if (error instanceof XlsxError) throw invalidArgument();
    throw error;
  }
}

function wellFormed(value: unknown): string {
  const xml = asText(value).replace(/^\ufeff?\s*<\?xml\b[^>]*\?>\s*/, '');
  rootOf(xml);
  return xml;
}

function namespaceOf({ xml }: CustomXmlPart): string {
  const root = rootOf(xml);
  const prefix = root.name.slice(0, -root.local.length - 1);
  return root.get(prefix === '' ? 'xmlns' : `xmlns:${prefix}`) ?? '';
}

const part = ({ workbook, id }: PartRef): CustomXmlPart => workbook.customXml.get(id);

function found(workbook: Workbook, parts: readonly CustomXmlPart[], args: Arguments): HostObject | null {
  const key = args.key(0);
  const one = parts.find(({ id }) => id === key);
  return one ? partClass.of({ workbook, id: one.id }) : null;
}

function scoped({ workbook, namespace }: ScopedParts): readonly CustomXmlPart[] {
  return workbook.customXml.all.filter((one) => namespaceOf(one) === namespace);
}

/** The part where there is one and no other. */
function only(ref: ScopedParts): HostObject | null {
  const [one, ...others] = scoped(ref);
  return one && others.length === 0 ? partClass.of({ workbook: ref.workbook, id: one.id }) : null;
}

export const customXmlPartCollectionClass: ClassDefinition<Workbook> = define<Workbook>('CustomXmlPartCollection', {
  items: (workbook) => workbook.customXml.all.map(({ id }) => partClass.of({ workbook, id })),
  item: (workbook, args) => found(workbook, workbook.customXml.all, args),
  call: {
    Add: (workbook, args) => partClass.of({ workbook, id: workbook.customXml.add(wellFormed(args.text(0))).id }),
    GetByNamespace: (workbook, args) => scopedClass.of({ workbook, namespace: args.text(0) }),
    GetCount: (workbook) => workbook.customXml.all.length,
    GetItemOrNullObject: (workbook, args) => found(workbook, workbook.customXml.all, args),
  },
});

const scopedClass: ClassDefinition<ScopedParts> = define<ScopedParts>('CustomXmlPartScopedCollection', {
  items: (ref) => scoped(ref).map(({ id }) => partClass.of({ workbook: ref.workbook, id })),
  item: (ref, args) => found(ref.workbook, scoped(ref), args),
  call: {
    GetCount: (ref) => scoped(ref).length,
    GetItemOrNullObject: (ref, args) => found(ref.workbook, scoped(ref), args),
    GetOnlyItem: (ref) => {
      const one = only(ref);
      if (!one) throw scoped(ref).length === 0 ? itemNotFound() : invalidArgument();
      return one;
    },
    GetOnlyItemOrNullObject: only,
  },
});

const partClass: ClassDefinition<PartRef> = define<PartRef>('CustomXmlPart', {
  identity: ({ id }) => ({ Id: id }),
  get: { Id: ({ id }) => id, NamespaceUri: (ref) => namespaceOf(part(ref)) },
  call: {
    Delete: ({ workbook, id }) => workbook.customXml.remove(id),
    GetXml: (ref) => part(ref).xml,
    SetXml: ({ workbook, id }, args) => workbook.customXml.change(id, wellFormed(args.text(0))),
  },
});
