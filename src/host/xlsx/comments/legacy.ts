import { parseRect, printRect, rectOf, type Comment, type Note, type Sheet } from '../../model';
import { readString, stringContent } from '../cells/rich-text';
import type { Package } from '../package/package';
import { same } from '../same';
import type { Colors } from '../styles/colors';
import { MAIN, relationshipId, setRelationshipId } from '../xml/namespaces';
import { ensureChild, insertInOrder, removeChild, WORKSHEET_ORDER } from '../xml/order';
import { parseXml, xml, xmlText, type XmlElement } from '../xml/xml';
import { decodeXstring, encodeXstring } from '../xml/xstring';
import { twinAuthor, twinOf, twinText } from './twins';
import {
  drawsAnything,
  movedShape,
  newShape,
  noteShapes,
  VML_TYPE,
  vmlBytes,
  vmlText,
  withShapes,
  type ShapeChange,
} from './vml';

const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';

/** A note as the part of a sheet's notes holds it: one that people wrote, or one that stands for a conversation. */
export interface FileNote extends Note {
  /** Of the conversation that it stands for. */
  readonly twin?: string;
}

/** Where a sheet's part keeps its notes, and how they are drawn. */
interface NoteParts {
  readonly comments: string | undefined;
  readonly vml: string | undefined;
}

function partsOf(pkg: Package, part: string, root: XmlElement): NoteParts {
  const drawing = root.child('legacyDrawing');
  const id = drawing && relationshipId(drawing);
  const vml = pkg.relationships(part).find((link) => link.id === id && !link.external)?.target;
  return { comments: pkg.related(part, 'comments'), vml: vml !== undefined && pkg.has(vml) ? vml : undefined };
}

const elementsOf = (root: XmlElement): XmlElement[] => root.child('commentList')?.elements('comment') ?? [];
/** A note of the file is known by its place among them. */
const idAt = (index: number): string => `f${index}`;

/** The notes of a sheet's part, in the order of its file. */
export function readNotes(pkg: Package, part: string, sheetRoot: XmlElement, colors: Colors): readonly FileNote[] {
  const { comments, vml } = partsOf(pkg, part, sheetRoot);
  if (comments === undefined) return [];
  const root = pkg.xml(comments);
  const authors = (root.child('authors')?.elements() ?? []).map((author) => decodeXstring(author.text()));
  const shapes = vml === undefined ? [] : noteShapes(vmlText(pkg.bytes(vml)));
  const shapeAt = new Map(shapes.map(({ row, column, raw }) => [`${row} ${column}`, raw]));
  return elementsOf(root).flatMap((element, index) => {
    const rect = parseRect(element.get('ref') ?? '');
    if (rect?.rows !== 1 || rect.columns !== 1) return [];
    const { row, column } = rect;
    const author = authors[Number(element.get('authorId') ?? 0)] ?? '';
    const content = element.child('text');
    const shape = shapeAt.get(`${row} ${column}`);
    const twin = twinOf(author);
    return [
      {
        ...{ id: idAt(index), row, column, author },
        ...(content ? readString(content, colors) : { text: '' }),
        ...(shape !== undefined && { shape }),
        ...(twin !== undefined && { twin }),
      },
    ];
  });
}

/** What the part has to hold: the notes, then those that stand for conversations. */
function wantedNotes(sheet: Sheet, before: readonly FileNote[], unchanged: ReadonlySet<string>): readonly FileNote[] {
  const twins = new Map(before.flatMap((note) => (note.twin === undefined ? [] : [[note.twin, note] as const])));
  const standIn = (comment: Comment): FileNote => {
    const { id, row, column } = comment;
    const old = twins.get(id);
    // Excel wrote it in the words of its own language: they stay while the conversation does.
    if (old && unchanged.has(id)) return { ...old, row, column };
    const text = twinText(comment, sheet.workbook.options.locale);
    const shape = old?.shape === undefined ? {} : { shape: old.shape };
    return { id: old?.id ?? `tc${id}`, row, column, author: twinAuthor(id), text, twin: id, ...shape };
  };
  return [...sheet.notes, ...sheet.comments.map(standIn)];
}

const byId = (notes: readonly FileNote[]): readonly FileNote[] => notes.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** What notes are written with. */
export interface NotesWriting {
  readonly pkg: Package;
  readonly part: string;
  /** Root of the sheet's part, to be changed. */
  readonly root: XmlElement;
  readonly sheet: Sheet;
  readonly before: readonly FileNote[];
  /** Conversations that say what they said in the file. */
  readonly unchanged: ReadonlySet<string>;
}

/** Brings the notes of a sheet and their boxes in line with the model; what did not change stays as it came. */
export function writeNotes({ pkg, part, root, sheet, before, unchanged }: NotesWriting): void {
  const now = wantedNotes(sheet, before, unchanged);
  if (same(byId(before), byId(now))) return;
  const { comments, vml } = partsOf(pkg, part, root);
  if (now.length === 0) removeComments(pkg, part, comments);
  else writeList(pkg.edit(comments ?? addComments(pkg, part)), before, now);
  writeShapes(pkg, part, root, vml, shapeChanges(before, now));
}

function writeList(root: XmlElement, before: readonly FileNote[], now: readonly FileNote[]): void {
  const elements = elementsOf(root);
  const known = new Map(before.map((note) => [note.id, { note, element: elements[Number(note.id.slice(1))]! }]));
  const list = ensureChild(root, 'commentList', ['authors', 'commentList', 'extLst']);
  const wanted = new Set(now.map(({ id }) => id));
  for (const [id, { element }] of known) if (!wanted.has(id)) list.remove(element);
  for (const note of now) {
    const old = known.get(note.id);
    const ref = printRect(rectOf(note.row, note.column));
    if (!old) {
      const attributes = { ref, authorId: authorId(root, note.author), shapeId: 0 };
      list.append(xml('comment', { ...attributes, ...revisionOf(root, note) }, [textOf(note)]));
      continue;
    }
    if (printRect(rectOf(old.note.row, old.note.column)) !== ref) old.element.set('ref', ref);
    if (old.note.text === note.text && same(old.note.rich, note.rich)) continue;
    const text = old.element.child('text');
    if (text) old.element.remove(text);
    old.element.children.unshift(textOf(note));
  }
}

const REVISIONS = 'http://schemas.microsoft.com/office/spreadsheetml/2014/revision';
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** The id of its conversation on a note that stands for one, which versions without them are told not to mind. */
function revisionOf(root: XmlElement, { twin }: FileNote): Readonly<Record<string, string>> {
  if (twin === undefined) return {};
  const ignorable = root.get('mc:Ignorable')?.split(' ') ?? [];
  root.set('xmlns:mc', COMPATIBILITY).set('xmlns:xr', REVISIONS);
  if (!ignorable.includes('xr')) root.set('mc:Ignorable', [...ignorable, 'xr'].join(' ').trim());
  return { 'xr:uid': twin };
}

function textOf({ text, rich }: Note): XmlElement {
  return parseXml(`<text>${stringContent(text, rich)}</text>`, 'text').root;
}

function authorId(root: XmlElement, author: string): number {
  const authors = ensureChild(root, 'authors', ['authors', 'commentList', 'extLst']);
  const found = authors.elements().findIndex((each) => decodeXstring(each.text()) === author);
  if (found >= 0) return found;
  authors.append(xmlText('author', encodeXstring(author)));
  return authors.elements().length - 1;
}

function shapeChanges(before: readonly FileNote[], now: readonly FileNote[]): readonly ShapeChange[] {
  const known = new Map(before.map((note) => [note.id, note]));
  const wanted = new Set(now.map(({ id }) => id));
  const gone = before.filter(({ id, shape }) => !wanted.has(id) && shape !== undefined);
  return [
    ...gone.map(({ shape }) => ({ from: shape ?? null, to: null })),
    ...now.flatMap((note): ShapeChange[] => {
      const old = known.get(note.id);
      if (old?.shape !== undefined) {
        const to = movedShape(old.shape, old, note);
        return to === old.shape ? [] : [{ from: old.shape, to }];
      }
      const [copied] = note.shape === undefined ? [] : noteShapes(note.shape);
      return [{ from: null, to: copied ? movedShape(copied.raw, copied, note) : newShape(note) }];
    }),
  ];
}

function writeShapes(
  pkg: Package,
  part: string,
  root: XmlElement,
  vml: string | undefined,
  changes: readonly ShapeChange[],
): void {
  if (changes.length === 0) return;
  const text = withShapes(vml === undefined ? null : vmlText(pkg.bytes(vml)), changes);
  if (vml !== undefined && !drawsAnything(text)) {
    removeDrawing(pkg, part, root, vml);
    return;
  }
  if (vml === undefined) pkg.setDefaultType('vml', VML_TYPE);
  const target = vml ?? pkg.freeName('xl/drawings/vmlDrawing#.vml');
  pkg.put(target, vmlBytes(text));
  if (vml !== undefined) return;
  const element = insertInOrder(root, xml('legacyDrawing'), WORKSHEET_ORDER);
  setRelationshipId(root, element, pkg.relate(part, 'vmlDrawing', target));
}

function removeDrawing(pkg: Package, part: string, root: XmlElement, vml: string): void {
  removeChild(root, 'legacyDrawing');
  const link = pkg.relationships(part).find(({ target }) => target === vml);
  if (link) pkg.unrelate(part, link.id);
  pkg.removeTree(vml);
}

function addComments(pkg: Package, part: string): string {
  const name = pkg.freeName('xl/comments#.xml');
  pkg.put(name, xml('comments', { xmlns: MAIN }, [xml('authors'), xml('commentList')]), COMMENTS_TYPE);
  pkg.relate(part, 'comments', name);
  return name;
}

function removeComments(pkg: Package, part: string, comments: string | undefined): void {
  const link = pkg.relationships(part).find(({ target }) => target === comments);
  if (!link) return;
  pkg.unrelate(part, link.id);
  pkg.remove(link.target);
}
