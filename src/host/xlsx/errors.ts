/** Why a file cannot be opened as a workbook. A caller turns the code into words. */
export type XlsxErrorCode =
  /** Not a zip archive at all. */
  | 'notZip'
  /** A zip archive whose directory or contents are broken. */
  | 'damaged'
  /** Protected by a password. */
  | 'encrypted'
  /** The binary format of Excel 97-2003. */
  | 'xls'
  /** The binary format of Excel 2007 and later. */
  | 'xlsb'
  /** Unpacks to more than is sensible. */
  | 'tooLarge'
  /** Names a part outside the archive, or the same part twice. */
  | 'unsafeName'
  /** A part that a workbook cannot do without is absent. */
  | 'missingPart'
  /** A part is not well-formed XML, declares a document type, or nests too deep. */
  | 'badXml'
  /** An archive of something else: a text document, a presentation, an OpenDocument file. */
  | 'notWorkbook';

/** What `openXlsx` refuses. */
export class XlsxError extends Error {
  constructor(
    readonly code: XlsxErrorCode,
    message: string,
    /** The part at fault, where one is. */
    readonly part?: string,
  ) {
    super(part === undefined ? message : `${part}: ${message}`);
    this.name = 'XlsxError';
  }
}
