import { disableEvents, enableEvents } from '../run';
import { expectSame, failed, hasApi, notApplicable, passed, type Probe } from './probe';

/** What stands on a sheet and how it prints. */

/** Milliseconds in which an event that is coming has come. */
const eventTime = 3_000;

const wrapped = 'un texte assez long pour tenir sur plusieurs lignes '.repeat(4);

export const sheetProbes: readonly Probe[] = [
  {
    code: 'chart',
    run: async ({ context, sheet, at }) => {
      at(0, 0, 3, 2).values = [
        ["'a", 1],
        ["'b", 2],
        ["'c", 3],
      ];
      const chart = sheet.charts.add('ColumnStacked', at(0, 1, 3, 1), 'Columns');
      const first = chart.series.getItemAt(0);
      first.setValues(at(0, 1, 3, 1));
      first.setXAxisValues(at(0, 0, 3, 1));
      first.name = 'Essai';
      chart.axes.valueAxis.minimum = 0;
      chart.setPosition(at(5, 0), at(12, 4));
      const count = chart.series.getCount();
      first.load('name');
      await context.sync();
      return expectSame([count.value, first.name], [1, 'Essai']);
    },
  },
  {
    code: 'printSetup',
    run: async ({ context, sheet }) => {
      const { pageLayout } = sheet;
      pageLayout.orientation = 'Landscape';
      pageLayout.paperSize = 'Letter';
      pageLayout.zoom = { horizontalFitToPages: 1 };
      pageLayout.setPrintArea(sheet.getRange('A1:C20'));
      pageLayout.setPrintTitleRows('$1:$1');
      const all = pageLayout.headersFooters.defaultForAllPages;
      all.leftFooter = 'Essai && &P/&N';
      all.load('leftFooter');
      pageLayout.load('orientation,zoom');
      const titles = pageLayout.getPrintTitleRowsOrNullObject().load('rowIndex,rowCount');
      await context.sync();
      return expectSame(
        [
          pageLayout.orientation,
          pageLayout.zoom.horizontalFitToPages,
          all.leftFooter,
          !titles.isNullObject && titles.rowCount,
        ],
        ['Landscape', 1, 'Essai && &P/&N', 1],
      );
    },
  },
  {
    code: 'autofit',
    run: async ({ context, at }) => {
      const [alone, merged] = [at(200, 0), at(201, 0, 1, 2)];
      for (const cell of [alone, merged.getCell(0, 0)]) {
        cell.format.wrapText = true;
        cell.values = [[wrapped]];
      }
      alone.format.columnWidth = 80;
      merged.merge();
      at(200, 0, 2).format.autofitRows();
      for (const row of [alone, merged]) row.format.load('rowHeight');
      await context.sync();
      const heights = [alone, merged].map(({ format }) => Math.round(format.rowHeight));
      const [fitted = 0] = heights;
      return fitted > 30 ? passed(heights.join('/')) : failed(heights.join('/'));
    },
  },
  {
    code: 'conditionalFormat',
    run: async ({ context, at }) => {
      const range = at(0, 0, 2);
      const format = range.conditionalFormats.add('ContainsText');
      format.textComparison.format.font.color = '#C00000';
      format.textComparison.rule = { operator: 'Contains', text: '○' };
      const count = range.conditionalFormats.getCount();
      await context.sync();
      return expectSame(count.value, 1);
    },
  },
  {
    code: 'names',
    run: async ({ context, sheet, at, name }) => {
      const area = at(0, 0, 2, 2).load('address');
      sheet.names.add(name, area).visible = false;
      const found = sheet.names.getItemOrNullObject(name);
      const range = found.getRangeOrNullObject().load('address');
      await context.sync();
      return expectSame(range.isNullObject ? null : range.address, area.address);
    },
  },
  {
    code: 'links',
    run: async ({ context, at }) => {
      const cell = at(0, 0);
      const link = { address: 'https://example.org/preuve', textToDisplay: 'preuve' };
      cell.hyperlink = link;
      cell.load('hyperlink');
      await context.sync();
      const { address, textToDisplay } = cell.hyperlink;
      return expectSame({ address, textToDisplay }, link);
    },
  },
  {
    code: 'textRuns',
    run: async ({ context, at }) => {
      if (!hasApi('1.18')) return notApplicable('ExcelApi 1.18');
      const cell = at(0, 0);
      const textRuns = [{ text: 'Titre', font: { bold: true } }, { text: ' suite' }];
      cell.setCellProperties([[{ textRuns }]]);
      cell.load('values');
      const read = cell.getCellProperties({ textRuns: true });
      await context.sync();
      const runs = read.value[0]?.[0]?.textRuns ?? [];
      return expectSame([cell.values[0]?.[0], runs.map(({ text }) => text)], ['Titre suite', ['Titre', ' suite']]);
    },
  },
  {
    code: 'events',
    run: async ({ context, sheet, at }) => {
      let hear: (isHeard: boolean) => void = () => undefined;
      const heard = new Promise<boolean>((resolve) => {
        hear = resolve;
      });
      const handler = sheet.onChanged.add(() => {
        hear(true);
        return Promise.resolve();
      });
      enableEvents(context);
      await context.sync();
      at(0, 0).values = [[1]];
      await context.sync();
      const timer = setTimeout(() => hear(false), eventTime);
      const isHeard = await heard;
      clearTimeout(timer);
      handler.remove();
      disableEvents(context);
      await context.sync();
      return isHeard ? passed() : failed('');
    },
  },
];
