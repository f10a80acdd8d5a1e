import { HostError } from '../errors';

/** Protection of the workbook's structure: sheets are neither added nor deleted, renamed, moved, hidden or coloured. */
export interface StructureProtection {
  readonly protected: boolean;
  /** The attributes of a password as they came, kept and never checked. */
  readonly secret?: Readonly<Record<string, string>>;
}

export interface SheetProtection extends StructureProtection {
  /** As Office.js names them: `allowFormatCells`… */
  readonly options: Readonly<Record<string, boolean>>;
}

export const UNPROTECTED: SheetProtection = { protected: false, options: {} };
export const OPEN_STRUCTURE: StructureProtection = { protected: false };

/** Throws `InvalidOperation` when `what` is protected already. */
export function checkOpen({ protected: isProtected }: StructureProtection, what: string): void {
  if (isProtected) throw new HostError('InvalidOperation', `${what} is protected already.`);
}

/** Throws `AccessDenied` when a password protects `what`. */
export function checkNoPassword({ secret }: StructureProtection, what: string): void {
  if (secret && Object.keys(secret).length > 0) throw new HostError('AccessDenied', `A password protects ${what}.`);
}
