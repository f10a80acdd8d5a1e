import { expectSame, type Probe } from './probe';

/** How the report is made: drawn on a hidden sheet, copied over, its rows in many areas at once, its panes frozen. */

const address = 'https://example.org/preuve';

export const buildProbes: readonly Probe[] = [
  {
    code: 'stage',
    run: async ({ context, at, name }) => {
      const { worksheets } = context.workbook;
      const stage = worksheets.add(name);
      stage.visibility = 'Hidden';
      const drawn = stage.getRange('A1:B1');
      drawn.values = [['preuve', "'- un"]];
      drawn.format.font.bold = true;
      // As the report does it: what Excel makes of the text of a cell that is linked without another.
      drawn.getCell(0, 0).setCellProperties([[{ hyperlink: { address } }]]);
      const placed = at(0, 0, 1, 2);
      placed.copyFrom(drawn, 'All');
      placed.load('values');
      const first = at(0, 0).load('hyperlink');
      const last = at(0, 1).format.font.load('bold');
      try {
        await context.sync();
      } finally {
        worksheets.getItemOrNullObject(name).delete();
        await context.sync();
      }
      // Null where the link was not copied.
      const link = first.hyperlink as Excel.RangeHyperlink | null;
      return expectSame([placed.values[0], link?.address, last.bold], [['preuve', '- un'], address, true]);
    },
  },
  {
    code: 'panes',
    run: async ({ context, sheet }) => {
      sheet.freezePanes.freezeRows(2);
      sheet.horizontalPageBreaks.add('A5');
      const frozen = sheet.freezePanes.getLocationOrNullObject().load('rowCount');
      const breaks = sheet.horizontalPageBreaks.getCount();
      await context.sync();
      sheet.freezePanes.unfreeze();
      sheet.horizontalPageBreaks.removePageBreaks();
      await context.sync();
      return expectSame([frozen.isNullObject ? 0 : frozen.rowCount, breaks.value], [2, 1]);
    },
  },
  {
    code: 'manyAreas',
    run: async ({ context, sheet, at }) => {
      // The first two touch: Excel may take them for one.
      const rows = [0, 1, 3].map((row) => at(row, 0).load('address'));
      await context.sync();
      const areas = sheet.getRanges(rows.map((row) => row.address.replace(/^.*!/, '')).join(','));
      areas.format.rowHeight = 30;
      const ruled = areas.getEntireRow().getIntersection(at(0, 0, 4, 2));
      ruled.format.borders.getItem('EdgeTop').style = 'Continuous';
      const found = rows.map(({ format }) => ({
        format: format.load('rowHeight'),
        line: format.borders.getItem('EdgeTop').load('style'),
      }));
      await context.sync();
      return expectSame(
        found.map(({ format, line }) => [Math.round(format.rowHeight), line.style]),
        rows.map(() => [30, 'Continuous']),
      );
    },
  },
];
