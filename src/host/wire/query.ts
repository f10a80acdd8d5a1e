import { HostError } from '../errors';
import type { Json, JsonObject, QueryInfo } from './protocol';
import type { CallContext, HostObject } from '../objects/host-object';

/** Refuses a member that belongs to a higher ExcelApi set than the host was told to answer. */
export type Gate = (object: HostObject, member: string) => void;

/** Answers a `load`: identity, scalars asked for, navigation properties as nested objects, items of a collection. */
export function runQuery(
  object: HostObject | null,
  query: QueryInfo | undefined,
  context: CallContext,
  gate: Gate,
  references: (object: HostObject) => JsonObject,
): Json {
  if (object === null) return null;
  const select = query?.Select?.length ? query.Select : query?.Expand?.length ? [] : ['*'];
  const reader = new QueryReader(context, gate, references);
  return reader.read(object, [...select, ...(query?.Expand ?? []).map((path) => `${path}/*`)], query);
}

class QueryReader {
  constructor(
    private readonly context: CallContext,
    private readonly gate: Gate,
    private readonly references: (object: HostObject) => JsonObject,
  ) {}

  read(object: HostObject, paths: readonly string[], page?: QueryInfo): JsonObject {
    return object.isCollection ? this.readCollection(object, paths, page) : this.readObject(object, paths);
  }

  private readCollection(collection: HostObject, paths: readonly string[], page: QueryInfo | undefined): JsonObject {
    const out: Record<string, Json | undefined> = { ...this.references(collection) };
    const ofItems: string[] = [];
    for (const path of paths) {
      const scalar = path.includes('/') ? undefined : collection.scalarName(path);
      if (scalar !== undefined) out[scalar] = this.scalar(collection, scalar);
      else if (path.toLowerCase() === 'items') ofItems.push('*');
      else ofItems.push(path.replace(/^items\//i, ''));
    }
    if (paths.includes('*')) for (const name of collection.scalarNames) out[name] = this.scalar(collection, name);
    if (ofItems.length === 0) return out;
    const skip = page?.Skip ?? 0;
    const items = collection.items(this.context).slice(skip, page?.Top === undefined ? undefined : skip + page.Top);
    return {
      ...out,
      _Items: items.map((item, index) => ({ ...this.readObject(item, ofItems), _Index: skip + index })),
    };
  }

  private readObject(object: HostObject, paths: readonly string[]): JsonObject {
    const out: Record<string, Json | undefined> = { ...this.references(object) };
    const nested = new Map<string, string[]>();
    for (const path of paths) {
      const slash = path.indexOf('/');
      const head = slash < 0 ? path : path.slice(0, slash);
      if (head === '*') {
        for (const name of object.scalarNames) out[name] = this.scalar(object, name);
        continue;
      }
      const scalar = object.scalarName(head);
      if (scalar !== undefined) {
        out[scalar] = this.scalar(object, scalar);
        continue;
      }
      const navigation = object.navigationName(head);
      if (navigation === undefined) throw notImplemented(object, head);
      const below = nested.get(navigation) ?? [];
      below.push(slash < 0 ? '*' : path.slice(slash + 1));
      nested.set(navigation, below);
    }
    for (const [navigation, below] of nested) {
      this.gate(object, navigation);
      const child = object.navigate(navigation, this.context);
      out[navigation] = child === null ? null : this.read(child, below);
    }
    return out;
  }

  private scalar(object: HostObject, name: string): Json {
    this.gate(object, name);
    return object.get(name, this.context);
  }
}

function notImplemented(object: HostObject, member: string): HostError {
  const name = `${object.className}.${member}`;
  return new HostError('NotImplemented', `The embedded Excel host does not implement ${name}.`, name);
}
