import { HostError } from '../../errors';
import type { FilterCondition, TableFilter } from '../../model';
import type { Json, JsonObject } from '../../wire/protocol';
import { asOneOf, asText, invalidArgument } from '../arguments';
import { isJsonObject } from '../define';
import { asColor } from '../range/colors';

/** Filter criteria of Office.js, to and from those of the model. */

const kinds = [
  'Values',
  'Custom',
  'Dynamic',
  'TopItems',
  'BottomItems',
  'TopPercent',
  'BottomPercent',
  'CellColor',
  'FontColor',
  'Icon',
] as const;

const months = [
  'January',
  'Februray',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const quarters = ['Quarter1', 'Quarter2', 'Quarter3', 'Quarter4'];
const periods = ['LastWeek', 'ThisWeek', 'NextWeek', 'LastMonth', 'ThisMonth', 'NextMonth', 'LastQuarter'];
const others = ['ThisQuarter', 'NextQuarter', 'LastYear', 'ThisYear', 'NextYear', 'YearToDate', 'Yesterday', 'Today'];

/** Names of Office.js (which misspells February) by those of files. */
const dynamicNames: readonly (readonly [office: string, file: string])[] = [
  ...months.map((month, index) => [`AllDatesInPeriod${month}`, `M${index + 1}`] as const),
  ...quarters.map((quarter, index) => [`AllDatesInPeriod${quarter}`, `Q${index + 1}`] as const),
  ...[...periods, ...others, 'Tomorrow', 'AboveAverage', 'BelowAverage'].map(
    (name) => [name, name.charAt(0).toLowerCase() + name.slice(1)] as const,
  ),
];

/** What of a filter the criteria state. Throws `NotImplemented` for icons and groups of dates. */
export function filterOf(criteria: Json): Omit<TableFilter, 'column'> {
  if (!isJsonObject(criteria)) throw invalidArgument();
  const on = asOneOf(criteria.filterOn, kinds);
  switch (on) {
    case 'Values':
      return { values: valuesOf(criteria.values) };
    case 'Custom':
      return { condition: customOf(criteria) };
    case 'Dynamic': {
      const office = asOneOf(
        criteria.dynamicCriteria,
        dynamicNames.map(([name]) => name),
      );
      return { condition: { kind: 'dynamic', type: dynamicNames.find(([name]) => name === office)?.[1] ?? '' } };
    }
    case 'TopItems':
    case 'BottomItems':
    case 'TopPercent':
    case 'BottomPercent':
      return { condition: topOf(criteria.criterion1, on.startsWith('Bottom'), on.endsWith('Percent')) };
    case 'CellColor':
    case 'FontColor':
      return {
        condition: { kind: 'color', look: on === 'CellColor' ? 'fill' : 'font', color: asColor(criteria.color) },
      };
    default:
      throw new HostError('NotImplemented', `The embedded Excel host does not filter by ${on}.`, 'Filter.apply');
  }
}

function valuesOf(values: Json | undefined): readonly string[] {
  if (!Array.isArray(values)) throw invalidArgument();
  return (values as readonly Json[]).map((value) => {
    if (!isJsonObject(value)) return asText(value);
    throw new HostError('NotImplemented', 'The embedded Excel host filters by no groups of dates.', 'Filter.apply');
  });
}

function customOf({ criterion1, criterion2, operator }: JsonObject): FilterCondition {
  const second = criterion2 === undefined || criterion2 === null ? {} : { second: asText(criterion2) };
  const and = asOneOf(operator ?? 'And', ['And', 'Or'] as const) === 'And';
  return { kind: 'custom', first: asText(criterion1), ...second, and };
}

function topOf(criterion: Json | undefined, bottom: boolean, percent: boolean): FilterCondition {
  const count = Number(criterion);
  if (!Number.isInteger(count) || count < 1 || count > (percent ? 100 : 500)) throw invalidArgument();
  return { kind: 'top', count, bottom, percent };
}

/** The criteria of one column, as Office.js reads them. */
export function criteriaOf(filter: TableFilter | undefined): JsonObject {
  if (filter?.values) return { filterOn: 'Values', values: [...filter.values] };
  const condition = filter?.condition;
  switch (condition?.kind) {
    case 'custom': {
      const { first, second, and } = condition;
      return {
        filterOn: 'Custom',
        criterion1: first,
        ...(second !== undefined && { criterion2: second }),
        operator: and ? 'And' : 'Or',
      };
    }
    case 'top': {
      const { count, bottom, percent } = condition;
      return {
        filterOn: `${bottom ? 'Bottom' : 'Top'}${percent ? 'Percent' : 'Items'}`,
        criterion1: String(count),
      };
    }
    case 'dynamic': {
      const dynamicCriteria = dynamicNames.find(([, file]) => file === condition.type)?.[0] ?? 'Unknown';
      return { filterOn: 'Dynamic', dynamicCriteria };
    }
    case 'color':
      return { filterOn: condition.look === 'fill' ? 'CellColor' : 'FontColor', color: condition.color };
    default:
      return { filterOn: 'Custom' };
  }
}
