import type { Page } from 'playwright-core';
import { pressOnRibbon } from './pane';

/**
 * Somebody else who has the same workbook open: does a job in a session of its own, and is gone. The page of the
 * ribbon's buttons, which the workbench opens with its own session, stands for it; the job is sent there as text.
 */
export async function asCoauthor(page: Page, job: (context: Excel.RequestContext) => Promise<void>): Promise<void> {
  const address = '**/addin/commands.html*';
  await page.route(address, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><script src="/boot.js"></script><script src="/office-js/office.js"></script><script>
        void Office.onReady(() => Office.actions.associate('buildReport', (event) =>
          void Excel.run(${job.toString()}).finally(() => event.completed())));
      </script>`,
    }),
  );
  await pressOnRibbon(page, 'Rapport');
  await page.unroute(address);
}
