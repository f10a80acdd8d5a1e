/**
 * What Microsoft's proxies know of each Excel class, read off the text of its installed debug script. Derived from
 * their file: made when it is wanted (coverage listings, checks), never committed and never shipped.
 */
export interface WireClass {
  readonly name: string;
  readonly isCollection: boolean;
  /** Wire names of its scalar properties. */
  readonly scalars: readonly string[];
  readonly settable: readonly string[];
  /** Navigation properties and the classes that they lead to. */
  readonly navigations: Readonly<Record<string, string>>;
  /** Every method: those that give an object and those that give a value. */
  readonly methods: readonly string[];
  /** Event numbers by event. */
  readonly events: Readonly<Record<string, number>>;
  /** The ExcelApi set of members that say one, by wire name. */
  readonly sets: Readonly<Record<string, string>>;
}

export type WireSchema = ReadonlyMap<string, WireClass>;

const classPattern =
  /var _type(\w+) = "\w+";\s*var \1 = \(function \(_super\) \{([\s\S]*?)\n {4}\}\(OfficeExtension\.ClientObject\)\);/g;

/** Reads the classes off the text of `excel-web-16.00.debug.js`. Gives an empty map for any other text. */
export function readWireSchema(source: string): WireSchema {
  const start = source.indexOf('var _BeginExcel');
  const classes = new Map<string, WireClass>();
  if (start < 0) return classes;
  for (const [, name = '', body = ''] of source.slice(start).matchAll(classPattern)) {
    classes.set(name, readClass(name, body));
  }
  return classes;
}

function readClass(name: string, body: string): WireClass {
  const scalars = listProperty(body, '_scalarPropertyOriginalNames');
  const updateable = listProperty(body, '_scalarPropertyUpdateable');
  return {
    name,
    isCollection: body.includes('"_isCollection"'),
    scalars,
    settable: scalars.filter((_, index) => updateable[index] === 'true'),
    navigations: Object.fromEntries(
      [...body.matchAll(/_createPropertyObject\(Excel\.(\w+), this, "(\w+)"/g)].map(
        ([, type = '', member = '']): [string, string] => [member, type],
      ),
    ),
    methods: [
      ...[...body.matchAll(/_createMethodObject\((?:Excel\.)?\w+, this, "(\w+)"/g)].map(([, method]) => method ?? ''),
      ...[...body.matchAll(/_invokeMethod\(this, "(\w+)"/g)].map(([, method]) => method ?? ''),
    ],
    events: Object.fromEntries(
      [...body.matchAll(/GenericEventHandlers\(this\.context, this, "(\w+)", \{\s*eventType: (\d+)/g)].map(
        ([, event = '', type]): [string, number] => [event, Number(type)],
      ),
    ),
    sets: Object.fromEntries(
      [...body.matchAll(/_throwIfApiNotSupported\("\w+\.(\w+)", _defaultApiSetName, "([\d.]+)"/g)].map(
        ([, member = '', version = '']): [string, string] => [
          member.charAt(0).toUpperCase() + member.slice(1),
          version,
        ],
      ),
    ),
  };
}

/** The words of a hidden list property: names in quotes, or booleans. */
function listProperty(body: string, property: string): readonly string[] {
  const found = new RegExp(`"${property}", \\{\\s*get: function \\(\\) \\{\\s*return \\[([^\\]]*)\\]`).exec(body);
  return [...(found?.[1] ?? '').matchAll(/\w+/g)].map(([word]) => word);
}
