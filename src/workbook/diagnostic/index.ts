export { diagnose } from './diagnose';
export {
  probeCodes,
  type Diagnosis,
  type ExcelKind,
  type ProbeCode,
  type ProbeOutcome,
  type ProbeResult,
} from './model';
