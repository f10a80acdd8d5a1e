/** Error codes as Office.js reports them (`OfficeExtension.Error.code`). */
export type HostErrorCode =
  | 'AccessDenied'
  | 'ApiNotFound'
  | 'GeneralException'
  | 'InvalidArgument'
  | 'InvalidOperation'
  | 'InvalidOperationInCellEditMode'
  | 'InvalidReference'
  | 'InvalidObjectPath'
  | 'ItemAlreadyExists'
  | 'ItemNotFound'
  | 'NotImplemented'
  | 'RequestPayloadSizeLimitExceeded'
  | 'ResponsePayloadSizeLimitExceeded'
  | 'UnsupportedOperation'
  | 'Timeout';

/** What the host refuses, in Excel's words: becomes the error of a wire response. */
export class HostError extends Error {
  constructor(
    readonly code: HostErrorCode,
    message: string,
    /** The member that failed, as `TableCollection.getItem`. */
    readonly location?: string,
  ) {
    super(message);
    this.name = 'HostError';
  }
}
