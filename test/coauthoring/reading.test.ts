import { openBridge } from '../support/office';
import { asPerson, gatewayOf, trackedActivities, trackedPlan, value } from '../support/tracking';
import { actBetween } from './turns';

test.each([
  ['the columns are moved', (rows: readonly string[][]) => rows.map((row) => [...row.slice(1), ...row.slice(0, 1)])],
  ['a row is deleted', (rows: readonly string[][]) => rows],
])('what is read is of one moment where %s between two requests', async (name, next) => {
  const office = openBridge();
  const maker = gatewayOf(office);
  value(await maker.createTrackingWorkbook({ plan: trackedPlan, activities: trackedActivities, language: 'fr' }));
  const connection = office.join();
  actBetween(connection.session, 1, () =>
    asPerson(office.workbook, () => {
      const table = office.workbook.tableByName('Activites')!;
      if (name === 'a row is deleted') {
        table.rows.delete(3, 1);
        return;
      }
      const { sheet, rect } = table;
      const texts = Array.from({ length: rect.rows }, (_, row) =>
        Array.from({ length: rect.columns }, (__, column) => `'${sheet.text(rect.row + row, rect.column + column)}`),
      );
      sheet.write(rect, next(texts), 'values');
    }),
  );
  const { activities } = value(await gatewayOf(connection).readPlan());
  const left = name === 'a row is deleted' ? trackedActivities.slice(0, 2) : trackedActivities;
  expect(activities.map(({ id, title }) => [id, title])).toEqual(left.map(({ id, title }) => [id, title]));
  office.dispose();
});
