import type { WorkbookError } from './model';
import { Refusal } from './result';

/** What the job was writing to, where it matters to say so. */
export interface ErrorContext {
  readonly sheet?: string;
}

/** The set that the manifest asks for: what an Excel lacks that refuses one of our calls by name. */
const requiredApi = 'ExcelApi 1.13';

/** What webpack throws where a part of the add-in could not be fetched. */
const scriptNotFetched = 'ChunkLoadError';

/**
 * The one place where Excel's errors become ours: by their code, never by their words, which are in the
 * language of Excel's interface. A `Refusal` is ours already.
 */
export function translateError(error: unknown, context: ErrorContext = {}): WorkbookError {
  if (error instanceof Refusal) return error.error;
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && error.name === scriptNotFetched) return { code: 'notLoaded', params: {}, detail };
  if (!(error instanceof OfficeExtension.Error)) return { code: 'unexpected', params: {}, detail };
  const told = { detail: `${error.code}: ${error.message}${location(error)}` };
  switch (error.code) {
    case 'AccessDenied':
      return context.sheet === undefined
        ? { code: 'readOnly', params: {}, ...told }
        : { code: 'protectedSheet', params: { sheet: context.sheet }, ...told };
    case 'InvalidOperationInCellEditMode':
      return { code: 'cellEdit', params: {}, ...told };
    case 'ItemNotFound':
    case 'InvalidReference':
      return { code: 'notFound', params: { what: error.debugInfo.errorLocation ?? error.code }, ...told };
    case 'RequestPayloadSizeLimitExceeded':
    case 'ResponsePayloadSizeLimitExceeded':
    case 'RangeExceedsLimit':
    case 'OperationCellsExceedLimit':
    case 'MemoryLimitReached':
      return { code: 'tooLarge', params: {}, ...told };
    case 'ApiNotFound':
    case 'ApiNotAvailable':
    case 'NotImplemented':
    case 'UnsupportedOperation':
      return { code: 'unsupported', params: { api: requiredApi }, ...told };
    // The last three: another workbook is in front (the last too: office-js #6365); a sheet was deleted (#6964).
    case 'Timeout':
    case 'RequestAborted':
    case 'ServiceNotAvailable':
    case 'ActivityLimitReached':
    case 'InactiveWorkbook':
    case 'InvalidRequestContext':
    case 'InvalidSelection':
      return { code: 'interrupted', params: {}, ...told };
    default:
      return { code: 'unexpected', params: {}, ...told };
  }
}

function location({ debugInfo }: OfficeExtension.Error): string {
  return debugInfo.errorLocation ? ` (${debugInfo.errorLocation})` : '';
}
