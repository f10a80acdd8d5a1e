import {
  parseRect,
  printRect,
  rectOf,
  type Comment,
  type CommentBody,
  type Commenter,
  type CommentReply,
} from '../../model';
import type { Package } from '../package/package';
import { same } from '../same';
import { flag, numberOf, setFlag } from '../xml/attributes';
import { namedLike } from '../xml/namespaces';
import { xml, xmlText, type XmlElement } from '../xml/xml';
import { decodeXstring, encodeXstring } from '../xml/xstring';
import { personId, readPersons, THREADED } from './persons';

const RELATIONSHIP = 'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment';
const TYPE = 'application/vnd.ms-excel.threadedcomments+xml';
const NOBODY: Commenter = { name: '', userId: '', providerId: 'None' };

function threadsPart(pkg: Package, sheet: string): string | undefined {
  return pkg.related(sheet, 'threadedComment');
}

/** The conversations of a sheet's part, in the order of its file. */
export function readThreads(pkg: Package, sheet: string): readonly Comment[] {
  const part = threadsPart(pkg, sheet);
  if (part === undefined) return [];
  const people = readPersons(pkg);
  const elements = pkg.xml(part).elements('threadedComment');
  const replies = new Map<string, CommentReply[]>();
  for (const element of elements) {
    const parent = element.get('parentId');
    if (parent === undefined) continue;
    const reply = { id: element.get('id') ?? '', ...readBody(element, people) };
    const list = replies.get(parent);
    if (list) list.push(reply);
    else replies.set(parent, [reply]);
  }
  return elements.flatMap((element) => {
    const rect = parseRect(element.get('ref') ?? '');
    const id = element.get('id');
    if (element.get('parentId') !== undefined || rect?.rows !== 1 || rect.columns !== 1 || id === undefined) return [];
    const { row, column } = rect;
    const resolved = flag(element, 'done', false);
    return [{ id, row, column, ...readBody(element, people), resolved, replies: replies.get(id) ?? [] }];
  });
}

function readBody(element: XmlElement, people: ReadonlyMap<string, Commenter>): CommentBody {
  return {
    author: people.get(element.get('personId') ?? '') ?? NOBODY,
    created: element.get('dT') ?? '',
    text: decodeXstring(element.child('text')?.text() ?? ''),
    mentions: (element.child('mentions')?.elements() ?? []).map((mention) => ({
      id: mention.get('mentionId') ?? '',
      person: people.get(mention.get('mentionpersonId') ?? '') ?? NOBODY,
      start: numberOf(mention, 'startIndex', 0),
      length: numberOf(mention, 'length', 0),
    })),
  };
}

/** Brings the part of a sheet's conversations in line with the model; what did not change stays as it came. */
export function writeThreads(pkg: Package, sheet: string, before: readonly Comment[], now: readonly Comment[]): void {
  if (same(before, now)) return;
  if (now.length === 0) {
    removePart(pkg, sheet);
    return;
  }
  const root = pkg.edit(threadsPart(pkg, sheet) ?? addPart(pkg, sheet));
  const elements = new Map(root.elements('threadedComment').map((element) => [element.get('id') ?? '', element]));
  const wanted = new Set(now.flatMap(({ id, replies }) => [id, ...replies.map((reply) => reply.id)]));
  for (const { id, replies } of before) {
    for (const gone of [id, ...replies.map((reply) => reply.id)].filter((each) => !wanted.has(each))) {
      root.remove(elements.get(gone)!);
    }
  }
  const known = new Map(before.map((comment) => [comment.id, comment]));
  for (const comment of now) {
    const old = known.get(comment.id);
    if (same(old, comment)) continue;
    const ref = printRect(rectOf(comment.row, comment.column));
    const place = (id: string): XmlElement => {
      const known = elements.get(id);
      if (known) return known.set('ref', ref);
      const made = xml(namedLike(root, 'threadedComment'), { ref, id });
      root.append(made);
      return made;
    };
    setFlag(writeBody(pkg, place(comment.id), old, comment), 'done', comment.resolved, false);
    for (const reply of comment.replies) {
      const former = old?.replies.find(({ id }) => id === reply.id);
      writeBody(pkg, place(reply.id), former, reply).set('parentId', comment.id);
    }
  }
}

function writeBody(pkg: Package, element: XmlElement, before: CommentBody | undefined, now: CommentBody): XmlElement {
  if (!before) element.set('dT', now.created).set('personId', personId(pkg, now.author));
  if (before?.text !== now.text) replaceChild(element, xmlText(namedLike(element, 'text'), encodeXstring(now.text)));
  if (same(before?.mentions ?? [], now.mentions)) return element;
  const mentions = now.mentions.map(({ id, person, start, length }) =>
    xml(namedLike(element, 'mention'), {
      mentionpersonId: personId(pkg, person),
      mentionId: id,
      startIndex: start,
      length,
    }),
  );
  replaceChild(element, xml(namedLike(element, 'mentions'), {}, mentions));
  return element;
}

/** Puts a child in the place of the one of its name; `text` comes first. */
function replaceChild(parent: XmlElement, child: XmlElement): void {
  const old = parent.child(child.local);
  if (old) parent.children.splice(parent.children.indexOf(old), 1, child);
  else if (child.local === 'text') parent.children.unshift(child);
  else parent.append(child);
}

function addPart(pkg: Package, sheet: string): string {
  const part = pkg.freeName('xl/threadedComments/threadedComment#.xml');
  pkg.put(part, xml('ThreadedComments', { xmlns: THREADED }), TYPE);
  pkg.relate(sheet, RELATIONSHIP, part);
  return part;
}

function removePart(pkg: Package, sheet: string): void {
  const link = pkg.relationships(sheet).find(({ kind }) => kind === 'threadedComment');
  if (!link) return;
  pkg.unrelate(sheet, link.id);
  pkg.remove(link.target);
}
