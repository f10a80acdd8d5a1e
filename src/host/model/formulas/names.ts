import { HostError } from '../../errors';
import { parseRect } from '../geometry/address';

/** A name of the workbook (`scope` absent) or of one sheet. */
export interface DefinedName {
  readonly name: string;
  /** Without `=`, in English: `Plan!$A$1:$B$2`. */
  readonly formula: string;
  /** Id of the sheet that the name belongs to. */
  readonly scope?: string;
  readonly visible: boolean;
  readonly comment: string;
}

const MAX_SHEET_NAME = 31;
const MAX_NAME = 255;

/** Names are the same whatever their case. */
export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Throws `InvalidArgument` unless Excel takes the text as a sheet's name. */
export function checkSheetName(name: string): void {
  const isGood =
    name.trim() !== '' && name.length <= MAX_SHEET_NAME && !/[:\\/?*[\]]/.test(name) && !/^'|'$/.test(name);
  if (!isGood) throw new HostError('InvalidArgument', `“${name}” cannot be the name of a sheet.`);
}

/** Throws `InvalidArgument` unless Excel takes the text as the name of a table or a defined name. */
export function checkName(name: string): void {
  const isGood =
    name.length <= MAX_NAME &&
    /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) &&
    !/^[rc]$/i.test(name) &&
    !/^r\d*c\d*$/i.test(name) &&
    parseRect(name) === null;
  if (!isGood) throw new HostError('InvalidArgument', `“${name}” cannot be the name of a table or of a range.`);
}

/** The first of `Feuil1`, `Feuil2`… that is not taken. */
export function freeName(prefix: string, isTaken: (name: string) => boolean): string {
  for (let n = 1; ; n++) if (!isTaken(`${prefix}${n}`)) return `${prefix}${n}`;
}
