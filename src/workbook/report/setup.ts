import { paperOf, type ReportOptions } from '../../report';

/** How a report is made for the Excel that has the workbook open. */
export type ReportSetup = Required<Pick<ReportOptions, 'paper' | 'richText'>>;

/**
 * The paper of the country that the workbook's own language (`fr-CA`) names, else Excel's; rich text where cells
 * may have it. Some builds of Excel say that they may and do nothing: what is written as `textRuns` is written as a
 * value before, which then stays. No sync.
 */
export function reportSetup(workbookLanguage: string): ReportSetup {
  const { contentLanguage, displayLanguage, requirements } = Office.context;
  return {
    paper: paperOf([workbookLanguage, contentLanguage, displayLanguage]),
    richText: requirements.isSetSupported('ExcelApi', '1.18'),
  };
}
