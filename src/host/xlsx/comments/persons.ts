import type { Commenter } from '../../model';
import type { Package } from '../package/package';
import { namedLike } from '../xml/namespaces';
import { xml, type XmlElement } from '../xml/xml';
import { decodeXstring, encodeXattribute } from '../xml/xstring';

export const THREADED = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';
const RELATIONSHIP = 'http://schemas.microsoft.com/office/2017/10/relationships/person';
const TYPE = 'application/vnd.ms-excel.person+xml';

function personsPart(pkg: Package): string | undefined {
  const workbook = pkg.related('', 'officeDocument');
  return workbook === undefined ? undefined : pkg.related(workbook, 'person');
}

function readPerson(element: XmlElement): Commenter {
  const read = (name: string): string => decodeXstring(element.get(name) ?? '');
  return { name: read('displayName'), userId: read('userId'), providerId: read('providerId') };
}

/** The people who comment in a workbook, by the ids that its comments name them with. */
export function readPersons(pkg: Package): ReadonlyMap<string, Commenter> {
  const part = personsPart(pkg);
  const elements = part === undefined ? [] : pkg.xml(part).elements('person');
  return new Map(elements.map((element) => [element.get('id') ?? '', readPerson(element)]));
}

/** The id of somebody who comments; those that the workbook does not know yet are added. */
export function personId(pkg: Package, person: Commenter): string {
  const known = [...readPersons(pkg)];
  const found = known.find(
    ([, { name, userId, providerId }]) =>
      name === person.name && userId === person.userId && providerId === person.providerId,
  );
  if (found) return found[0];
  const taken = new Set(known.map(([id]) => id));
  let number = taken.size + 1;
  const idOf = (): string => `{${number.toString(16).toUpperCase().padStart(8, '0')}-0000-4000-9000-000000000000}`;
  while (taken.has(idOf())) number += 1;
  const root = pkg.edit(personsPart(pkg) ?? addPart(pkg));
  const element = xml(namedLike(root, 'person'), {
    displayName: encodeXattribute(person.name),
    id: idOf(),
    userId: encodeXattribute(person.userId),
    providerId: encodeXattribute(person.providerId),
  });
  root.append(element);
  return idOf();
}

function addPart(pkg: Package): string {
  const part = pkg.freeName('xl/persons/person#.xml');
  pkg.put(part, xml('personList', { xmlns: THREADED }), TYPE);
  pkg.relate(pkg.related('', 'officeDocument') ?? '', RELATIONSHIP, part);
  return part;
}
