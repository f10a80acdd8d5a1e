import { portable } from './compression';
import type { Compression } from './compression';
import { decodeXml } from './encoding';
import { XlsxError } from '../errors';
import { CONTENT_TYPES, PACKAGE_RELATIONSHIPS, RELATIONSHIPS, withoutMainPrefix } from '../xml/namespaces';
import { partName, relationshipsPart, relativeTarget, resolveTarget } from './part-names';
import { parseXml, piecesOfXml, writeXml, xml, XML_DECLARATION, XmlElement } from '../xml/xml';
import type { XmlNode } from '../xml/xml';
import { pack, TextPacker } from './packing';
import { readZip, unpack, writeZip } from './zip';
import type { ZipEntry, ZipLimits } from './zip';

/** A link from a part to another one or to an address outside. */
export interface Relationship {
  readonly id: string;
  /** The whole type, an address. */
  readonly type: string;
  /** Its last segment, the same in transitional and strict files: `worksheet`, `table`, `pivotTable`… */
  readonly kind: string;
  /** A part name, or the address as written where `external`. */
  readonly target: string;
  readonly external: boolean;
}

/** How an archive is opened. */
export interface PackageOptions {
  /** Bounds of what it may unpack to. */
  readonly limits?: ZipLimits;
  /** What unpacks and packs; what runs everywhere, unless given. */
  readonly compression?: Compression;
}

interface Tree {
  readonly prolog: string;
  readonly root: XmlElement;
}

/** The links of a part as `relate` left them. */
interface Linked {
  readonly root: XmlElement;
  readonly taken: Set<string | undefined>;
  readonly count: number;
  readonly last: XmlNode | undefined;
}

const TYPES = '[Content_Types].xml';
const RELATIONSHIPS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';
const key = (name: string): string => name.toLowerCase();

/**
 * An OPC package. A part that nobody edits or puts is written back as it came: same place, same bytes, not even
 * packed anew. Part names have no leading slash and are found without regard to case, as OPC has it.
 */
export class Package {
  /** By lower-case part name, in the order of the archive. */
  private readonly entries = new Map<string, ZipEntry>();
  /** Trees read so far, shared between the forks of a package: never changed. */
  private readonly trees: Map<string, Tree>;
  /** Trees of this fork that may have been changed: written at the end. */
  private readonly edited = new Map<string, Tree>();
  private lastLinked: Linked | undefined;
  /** What trees of it, here and in the cells, may still come to. */
  readonly pieces = piecesOfXml();

  private constructor(
    entries: ReadonlyMap<string, ZipEntry>,
    trees: Map<string, Tree>,
    private readonly compression: Compression,
  ) {
    for (const [name, entry] of entries) this.entries.set(name, entry);
    this.trees = trees;
  }

  /** Opens an archive. Errors: XlsxError notZip, damaged, encrypted, tooLarge, unsafeName, notWorkbook. */
  static open(bytes: Uint8Array, { limits, compression = portable }: PackageOptions = {}): Package {
    const entries = new Map<string, ZipEntry>();
    for (const entry of readZip(bytes, limits)) {
      const name = key(partName(entry.name));
      if (entries.has(name)) throw new XlsxError('unsafeName', 'the same part twice', entry.name);
      entries.set(name, entry);
    }
    const opened = new Package(entries, new Map(), compression);
    if (!opened.has(TYPES)) throw new XlsxError('notWorkbook', 'no content types: another kind of archive');
    return opened;
  }

  /** A package without parts. */
  static create(): Package {
    const created = new Package(new Map(), new Map(), portable);
    created.put(
      TYPES,
      xml('Types', { xmlns: CONTENT_TYPES }, [
        xml('Default', { Extension: 'rels', ContentType: RELATIONSHIPS_TYPE }),
        xml('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      ]),
    );
    return created;
  }

  /** A copy to change: this package stays as it is. Costs nothing for parts that the copy leaves alone. */
  fork(compression = this.compression): Package {
    const fork = new Package(this.entries, this.trees, compression);
    for (const [name, tree] of this.edited) fork.edited.set(name, { ...tree, root: tree.root.clone() });
    return fork;
  }

  /** Names of all parts, as the archive spells them, in its order. */
  names(): string[] {
    return [...this.entries.values()].filter((entry) => !entry.name.endsWith('/')).map((entry) => partName(entry.name));
  }

  has(part: string): boolean {
    return this.entries.has(key(part));
  }

  /** The bytes of a part. Errors: XlsxError missingPart, damaged. */
  bytes(part: string): Uint8Array {
    const edited = this.edited.get(key(part));
    if (edited) return encodeTree(edited);
    return unpack(this.entry(part), this.compression);
  }

  /** The text of an XML part. Errors: XlsxError missingPart, damaged, badXml. */
  text(part: string): string {
    return decodeXml(this.bytes(part), part);
  }

  /** The root of a part, for reading only. Errors: XlsxError missingPart, damaged, badXml. */
  xml(part: string): XmlElement {
    const edited = this.edited.get(key(part));
    if (edited) return edited.root;
    const entry = this.entry(part);
    const known = this.trees.get(key(part));
    if (known) return known.root;
    const { prolog, root } = parseXml(decodeXml(unpack(entry, this.compression), part), part, this.pieces);
    const tree = { prolog, root: withoutMainPrefix(root) };
    this.trees.set(key(part), tree);
    return tree.root;
  }

  /** The root of a part, to be changed: the part will be written from its tree. Errors: as `xml`. */
  edit(part: string): XmlElement {
    const edited = this.edited.get(key(part));
    if (edited) return edited.root;
    const root = this.xml(part).clone();
    this.edited.set(key(part), { prolog: this.trees.get(key(part))!.prolog, root });
    return root;
  }

  /** Adds a part, or replaces its contents. The content type is needed for a new part. */
  put(part: string, content: XmlElement | Uint8Array, contentType?: string): void {
    const name = key(part);
    const before = this.entries.get(name);
    const stored = before?.name ?? part;
    this.edited.delete(name);
    if (content instanceof Uint8Array) this.entries.set(name, pack(stored, content, this.compression));
    else {
      if (!before) this.entries.set(name, pack(stored, new Uint8Array(0), this.compression));
      this.edited.set(name, { prolog: XML_DECLARATION, root: content });
    }
    if (contentType !== undefined) this.setContentType(part, contentType);
  }

  /** As `put`, for a text that may be large: packed piece by piece while `write` makes it. */
  putText(part: string, write: (out: TextPacker) => void, contentType?: string): void {
    const name = key(part);
    const packer = new TextPacker(this.compression);
    write(packer);
    this.edited.delete(name);
    this.entries.set(name, packer.end(this.entries.get(name)?.name ?? part));
    if (contentType !== undefined) this.setContentType(part, contentType);
  }

  /** Takes a part out with its own relationships and content type. Links to it are the caller's to remove. */
  remove(part: string): void {
    for (const name of [part, relationshipsPart(part)]) {
      this.entries.delete(key(name));
      this.edited.delete(key(name));
    }
    const override = this.override(part);
    if (override) {
      const types = this.edit(TYPES);
      types.remove(this.override(part)!);
    }
  }

  /** The content type of a part, by its name or by its extension. */
  contentType(part: string): string | undefined {
    const extension = part.slice(part.lastIndexOf('.') + 1).toLowerCase();
    const standard = this.xml(TYPES)
      .elements('Default')
      .find((element) => element.get('Extension')?.toLowerCase() === extension);
    return (this.override(part) ?? standard)?.get('ContentType');
  }

  setContentType(part: string, contentType: string): void {
    if (this.contentType(part) === contentType) return;
    const types = this.edit(TYPES);
    const override = this.override(part);
    if (override) override.set('ContentType', contentType);
    else types.append(xml('Override', { PartName: '/' + part, ContentType: contentType }));
  }

  /** Gives all parts with an extension a content type, unless it has one. */
  setDefaultType(extension: string, contentType: string): void {
    const types = this.xml(TYPES).elements('Default');
    if (types.some((element) => element.get('Extension')?.toLowerCase() === extension)) return;
    this.edit(TYPES).children.unshift(xml('Default', { Extension: extension, ContentType: contentType }));
  }

  /** Links of a part, in their order; `''` is the package. */
  relationships(source: string): Relationship[] {
    const part = relationshipsPart(source);
    if (!this.has(part)) return [];
    return this.xml(part)
      .elements('Relationship')
      .map((element) => {
        const type = element.get('Type') ?? '';
        const target = element.get('Target') ?? '';
        const external = element.get('TargetMode') === 'External';
        return {
          id: element.get('Id') ?? '',
          type,
          kind: type.slice(type.lastIndexOf('/') + 1),
          target: external ? target : resolveTarget(source, target),
          external,
        };
      });
  }

  /** The first part that `source` links to by a kind of relationship and that exists. */
  related(source: string, kind: string): string | undefined {
    return this.relationships(source).find((link) => link.kind === kind && !link.external && this.has(link.target))
      ?.target;
  }

  /**
   * Links a part to another one or, where `external`, to an address. A type without a slash is one of Office's own.
   * Returns the id of the relationship.
   */
  relate(source: string, type: string, target: string, external = false): string {
    const part = relationshipsPart(source);
    if (!this.has(part)) this.put(part, xml('Relationships', { xmlns: PACKAGE_RELATIONSHIPS }));
    const root = this.edit(part);
    const taken = this.relationshipIds(root);
    let number = taken.size + 1;
    while (taken.has(`rId${number}`)) number++;
    const id = `rId${number}`;
    taken.add(id);
    root.append(
      xml('Relationship', {
        Id: id,
        Type: type.includes('/') ? type : `${RELATIONSHIPS}/${type}`,
        Target: external ? target : relativeTarget(source, target),
        TargetMode: external ? 'External' : undefined,
      }),
    );
    this.lastLinked = { root, taken, count: root.children.length, last: root.children.at(-1) };
    return id;
  }

  /** Gathered again only where another part was linked last, or another hand has been at its links: a sheet may have 65,000. */
  private relationshipIds(root: XmlElement): Set<string | undefined> {
    const { lastLinked } = this;
    const isSame =
      lastLinked?.root === root &&
      lastLinked.count === root.children.length &&
      lastLinked.last === root.children.at(-1);
    return isSame ? lastLinked.taken : new Set(root.elements().map((element) => element.get('Id')));
  }

  /** Removes a link of a part. */
  unrelate(source: string, id: string): void {
    const part = relationshipsPart(source);
    if (!this.has(part)) return;
    const root = this.edit(part);
    const link = root.children.find((child) => child instanceof XmlElement && child.get('Id') === id);
    if (link) root.remove(link);
  }

  /** The parts that links lead to from a source, at any distance; `''` is the package. */
  reachable(source: string): Set<string> {
    const found = new Set<string>();
    const waiting = [source];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      for (const { target, external } of this.relationships(next)) {
        if (external || found.has(key(target)) || !this.has(target)) continue;
        found.add(key(target));
        waiting.push(target);
      }
    }
    return found;
  }

  /** Takes out a part that nothing links to any more, with all that only it led to. */
  removeTree(part: string): void {
    const below = [part, ...this.reachable(part)];
    const alive = this.reachable('');
    for (const name of below) if (!alive.has(key(name))) this.remove(name);
  }

  /** A part name that is free, `#` standing for the number: `xl/charts/chart#.xml`. */
  freeName(pattern: string): string {
    let number = 1;
    while (this.has(pattern.replace('#', String(number)))) number++;
    return pattern.replace('#', String(number));
  }

  /** True where no part was edited, put or removed since a package was forked. */
  isSameAs(origin: Package): boolean {
    const untouched = [...this.entries].every(([name, entry]) => origin.entries.get(name) === entry);
    return untouched && this.entries.size === origin.entries.size && this.edited.size === 0;
  }

  /** The archive. */
  save(): Uint8Array {
    const entries = [...this.entries].map(([name, entry]) => {
      const tree = this.edited.get(name);
      return tree ? pack(entry.name, encodeTree(tree), this.compression) : entry;
    });
    return writeZip(entries);
  }

  private entry(part: string): ZipEntry {
    const entry = this.entries.get(key(part));
    if (!entry) throw new XlsxError('missingPart', 'absent', part);
    return entry;
  }

  private override(part: string): XmlElement | undefined {
    return this.xml(TYPES)
      .elements('Override')
      .find((element) => key(element.get('PartName') ?? '') === '/' + key(part));
  }
}

const encoder = new TextEncoder();
/** Trees are written as UTF-8, whatever they were read from. */
function encodeTree(tree: Tree): Uint8Array {
  const prolog = /^<\?xml\b[^>]*\?>/.test(tree.prolog)
    ? tree.prolog.replace(/^<\?xml\b[^>]*\?>/, XML_DECLARATION)
    : XML_DECLARATION + tree.prolog;
  const out = [prolog, '\n'];
  writeXml(tree.root, out);
  return encoder.encode(out.join(''));
}
