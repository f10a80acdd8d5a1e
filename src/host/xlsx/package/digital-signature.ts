import { Package } from './package';

/** The link from the package to the parts of its digital signatures. */
const isOrigin = ({ type }: { readonly type: string }): boolean => type.endsWith('/digital-signature/origin');

/** True for a workbook that somebody signed. Errors: as `Package.open`. */
export function isSigned(bytes: Uint8Array): boolean {
  return Package.open(bytes).relationships('').some(isOrigin);
}

/** Takes out the signatures: they are of the file as it was, and hold of no other. Excel does so on saving. */
export function removeSignatures(pkg: Package): void {
  for (const { id, target } of pkg.relationships('').filter(isOrigin)) {
    pkg.unrelate('', id);
    pkg.removeTree(target);
  }
}
