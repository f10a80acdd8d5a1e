export { XlsxError } from './errors';
export type { XlsxErrorCode } from './errors';
export { openXlsx } from './open';
export type { OpenOptions } from './open';
export { saveXlsx } from './save';
export { isSigned } from './package/digital-signature';
