import type { Workbook } from '../../../src/host';
import { createGateway, type NewWorkbook } from '../../../src/workbook';
import { openBridge } from '../../support/office';

/** A tracking workbook as the add-in itself makes one. */
export async function trackingWorkbook(contents: Omit<NewWorkbook, 'language'>): Promise<Workbook> {
  const harness = openBridge();
  try {
    const created = await createGateway().createTrackingWorkbook({ ...contents, language: 'fr' });
    if (!created.ok) throw new Error(created.error.code);
    return harness.workbook;
  } finally {
    harness.dispose();
  }
}
