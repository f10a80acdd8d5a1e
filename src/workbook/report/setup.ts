import type { ReportOptions } from '../../report';
import { paperFor } from '../paper';

/** How a report is made for the Excel that has the workbook open. */
export type ReportSetup = Required<Pick<ReportOptions, 'paper' | 'richText'>>;

/**
 * The paper of the workbook's country; rich text where cells may have it. Some builds of Excel say that they may and
 * do nothing: what is written as `textRuns` is written as a value before, which then stays. No sync.
 */
export function reportSetup(workbookLanguage: string): ReportSetup {
  return {
    paper: paperFor(workbookLanguage),
    richText: Office.context.requirements.isSetSupported('ExcelApi', '1.18'),
  };
}
