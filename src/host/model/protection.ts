export interface SheetProtection {
  readonly protected: boolean;
  /** As Office.js names them: `allowFormatCells`… */
  readonly options: Readonly<Record<string, boolean>>;
  /** The attributes of a password as they came, kept and never checked. */
  readonly secret?: Readonly<Record<string, string>>;
}

/** Protection of the workbook's structure: sheets are neither added nor deleted, renamed, moved, hidden or coloured. */
export interface StructureProtection {
  readonly protected: boolean;
  /** The attributes of a password as they came, kept and never checked. */
  readonly secret?: Readonly<Record<string, string>>;
}
