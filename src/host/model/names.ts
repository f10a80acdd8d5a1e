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
