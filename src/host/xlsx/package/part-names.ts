import { XlsxError } from '../errors';

/**
 * The name of a part as an archive spells it, made plain: no leading slash, forward slashes.
 * Errors: XlsxError unsafeName when it climbs out of the archive or names a drive.
 */
export function partName(stored: string): string {
  const name = stored.replaceAll('\\', '/').replace(/^\/+/, '');
  if (name.split('/').includes('..') || /^[a-z]:/i.test(name) || name.includes('\0')) {
    throw new XlsxError('unsafeName', 'a name that leaves the archive', stored);
  }
  return name;
}

/** The part that a relationship of `source` points to (RFC 3986 against the source's folder). */
export function resolveTarget(source: string, target: string): string {
  const path = decodeTarget(target.replaceAll('\\', '/').replace(/#.*$/, ''));
  if (path.startsWith('/')) return path.replace(/^\/+/, '');
  const steps = source.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function decodeTarget(target: string): string {
  return target.replace(/(?:%[0-9a-fA-F]{2})+/g, (escapes) => {
    const bytes = Uint8Array.from(escapes.slice(1).split('%'), (hex) => parseInt(hex, 16));
    return new TextDecoder().decode(bytes);
  });
}

/** The target to write so that a relationship of `source` points to `part`. */
export function relativeTarget(source: string, part: string): string {
  const from = source.split('/').slice(0, -1);
  const to = part.split('/');
  while (from.length > 0 && to.length > 1 && from[0] === to[0]) {
    from.shift();
    to.shift();
  }
  return '../'.repeat(from.length) + to.join('/');
}

/** Where the relationships of a part stand; the package itself is `''`. */
export function relationshipsPart(source: string): string {
  const slash = source.lastIndexOf('/') + 1;
  return `${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`;
}
