/** A package of package-lock.json, as far as its licence goes. */
export interface LockedPackage {
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}
export function refusedLicences(packages: Readonly<Record<string, LockedPackage>>): readonly string[];
export function checkLicences(): boolean;
