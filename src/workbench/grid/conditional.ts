import { contains, type Rect } from '../../host/model/geometry/rect';
import type { CellValue } from '../../host/model/cells/cell';
import type { ConditionalFormat, ConditionalRule } from '../../host/model/rules/conditional-formats';
import type { StylePatch } from '../../host/model/looks/style';
import type { GridWords } from '../words';
import type { Edge, Layer } from './look';

/** An icon of a set; its name is said to those who do not see it. */
export interface Icon {
  readonly glyph: string;
  readonly color: string;
  readonly name: keyof GridWords['icon'];
}

/** What conditional formats do to one cell. */
export interface Conditioned {
  readonly layers: readonly Layer[];
  readonly bar: { readonly fraction: number; readonly color: string } | null;
  readonly icon: Icon | null;
  readonly showValue: boolean;
}

/** Where the cells of a rule and the results of its formulas come from. */
export interface ConditionSource {
  value(row: number, column: number): CellValue;
  text(row: number, column: number): string;
  /** Numbers of the cells in use within the rectangles. */
  numbers(rects: readonly Rect[]): number[];
  /** Result of a formula written for the cell `base`, moved to `at`; null where it cannot be computed. */
  evaluate(formula: string, base: { row: number; column: number }, at: { row: number; column: number }): CellValue;
}

const nothing: Conditioned = { layers: [], bar: null, icon: null, showValue: true };

/** The conditional formats of a sheet, by priority; what a rule needs of its whole range is computed once. */
export class ConditionalFormats {
  private readonly formats: readonly ConditionalFormat[];
  private readonly numbers = new Map<string, readonly number[]>();

  constructor(
    formats: readonly ConditionalFormat[],
    private readonly source: ConditionSource,
  ) {
    this.formats = [...formats].sort((a, b) => a.priority - b.priority);
  }

  at(row: number, column: number): Conditioned {
    let result = nothing;
    for (const format of this.formats) {
      if (!format.rects.some((rect) => contains(rect, row, column))) continue;
      const effect = this.effect(format, row, column);
      if (!effect) continue;
      result = {
        layers: [...result.layers, ...(effect.layers ?? [])],
        bar: result.bar ?? effect.bar ?? null,
        icon: result.icon ?? effect.icon ?? null,
        showValue: result.showValue && (effect.showValue ?? true),
      };
      if (format.stopIfTrue) break;
    }
    return result;
  }

  private effect(format: ConditionalFormat, row: number, column: number): Partial<Conditioned> | null {
    const { rule } = format;
    const [base] = format.rects;
    if (!base) return null;
    const value = this.source.value(row, column);
    const computed = (formula: string) => this.source.evaluate(formula, base, { row, column });
    switch (rule.type) {
      case 'custom':
        return isTrue(computed(rule.formula)) ? { layers: [layerOf(rule.format)] } : null;
      case 'cellValue':
        return compares(
          rule.operator,
          value,
          computed(rule.formula1),
          rule.formula2 === undefined ? null : computed(rule.formula2),
        )
          ? { layers: [layerOf(rule.format)] }
          : null;
      case 'containsText':
        return holdsText(rule.operator, this.source.text(row, column), rule.text)
          ? { layers: [layerOf(rule.format)] }
          : null;
      case 'dataBar':
        return typeof value === 'number' ? this.bar(format, rule, value) : null;
      case 'iconSet':
        return typeof value === 'number' ? this.icon(format, rule, value) : null;
    }
  }

  private bar(
    format: ConditionalFormat,
    rule: Extract<ConditionalRule, { type: 'dataBar' }>,
    value: number,
  ): Partial<Conditioned> {
    const sorted = this.sorted(format);
    // Excel's bars begin at zero where every number is positive.
    const low = Math.min(0, sorted[0] ?? 0);
    const high = Math.max(0, sorted.at(-1) ?? 0);
    const fraction = high > low ? (value - low) / (high - low) : 0;
    return { bar: { fraction, color: rule.color }, showValue: rule.showValue };
  }

  private icon(
    format: ConditionalFormat,
    rule: Extract<ConditionalRule, { type: 'iconSet' }>,
    value: number,
  ): Partial<Conditioned> {
    const icons = iconSets[rule.icons] ?? iconSets['3TrafficLights1'] ?? [];
    const sorted = this.sorted(format);
    let level = 0;
    rule.thresholds.forEach((threshold, i) => {
      const limit = limitOf(threshold, sorted);
      if (threshold.strict ? value > limit : value >= limit) level = i;
    });
    const index = rule.reverse ? icons.length - 1 - level : level;
    return { icon: icons[Math.max(0, Math.min(icons.length - 1, index))] ?? null, showValue: rule.showValue };
  }

  private sorted(format: ConditionalFormat): readonly number[] {
    const known = this.numbers.get(format.id);
    if (known) return known;
    const sorted = this.source.numbers(format.rects).sort((a, b) => a - b);
    this.numbers.set(format.id, sorted);
    return sorted;
  }
}

const isTrue = (value: CellValue): boolean => value === true || (typeof value === 'number' && value !== 0);

function compares(operator: string, value: CellValue, first: CellValue, second: CellValue): boolean {
  const order = (other: CellValue): number | null => {
    if (typeof value === 'number' || value === null) return typeof other === 'number' ? (value ?? 0) - other : null;
    if (typeof value === 'string' && typeof other === 'string')
      return value.localeCompare(other, undefined, { sensitivity: 'accent' });
    return value === other ? 0 : null;
  };
  const a = order(first);
  const b = order(second);
  switch (operator.toLowerCase()) {
    case 'equal':
    case 'equalto':
      return a === 0;
    case 'notequal':
    case 'notequalto':
      return a !== 0;
    case 'greaterthan':
      return a !== null && a > 0;
    case 'greaterthanorequal':
      return a !== null && a >= 0;
    case 'lessthan':
      return a !== null && a < 0;
    case 'lessthanorequal':
      return a !== null && a <= 0;
    case 'between':
      return a !== null && b !== null && a >= 0 && b <= 0;
    case 'notbetween':
      return a !== null && b !== null && (a < 0 || b > 0);
    default:
      return false;
  }
}

function holdsText(operator: string, text: string, sought: string): boolean {
  const whole = text.toLocaleLowerCase();
  const part = sought.toLocaleLowerCase();
  switch (operator.toLowerCase()) {
    case 'contains':
    case 'containstext':
      return whole.includes(part);
    case 'notcontains':
    case 'notcontainstext':
      return !whole.includes(part);
    case 'beginswith':
      return whole.startsWith(part);
    case 'endswith':
      return whole.endsWith(part);
    default:
      return false;
  }
}

function limitOf(threshold: { readonly type: string; readonly value: string }, sorted: readonly number[]): number {
  const low = sorted[0] ?? 0;
  const high = sorted.at(-1) ?? 0;
  const value = Number(threshold.value.replace(/^=/, ''));
  switch (threshold.type.toLowerCase()) {
    case 'percent':
      return low + ((high - low) * value) / 100;
    case 'percentile':
      return sorted[Math.round(((sorted.length - 1) * value) / 100)] ?? 0;
    case 'min':
      return low;
    case 'max':
      return high;
    default:
      return value;
  }
}

function layerOf(format: StylePatch): Layer {
  const { font, fill, borders } = format;
  const edges = (['left', 'right', 'top', 'bottom'] as const)
    .map((edge): [Edge, NonNullable<StylePatch['borders']>[Edge]] => [edge, borders?.[edge]])
    .filter((entry): entry is [Edge, { line: string; color: string }] => Boolean(entry[1]));
  return {
    ...(fill && { fill }),
    ...(font?.color !== undefined && { color: font.color }),
    ...(font?.bold !== undefined && { bold: font.bold }),
    ...(font?.italic !== undefined && { italic: font.italic }),
    ...(font?.underline !== undefined && { underline: font.underline !== 'None' }),
    ...(font?.strikethrough !== undefined && { strikethrough: font.strikethrough }),
    ...(edges.length > 0 && { borders: Object.fromEntries(edges) }),
  };
}

const red = '#C00000';
const yellow = '#D9A300';
const green = '#3B8E3B';
const grey = '#7F7F7F';
const icon = (glyph: string, color: string, name: Icon['name']): Icon => ({ glyph, color, name });

/** Lowest first, as the file counts them. Names of SpreadsheetML. */
const iconSets: Readonly<Record<string, readonly Icon[]>> = {
  '3TrafficLights1': [icon('●', red, 'red'), icon('●', yellow, 'yellow'), icon('●', green, 'green')],
  '3TrafficLights2': [icon('●', red, 'red'), icon('●', yellow, 'yellow'), icon('●', green, 'green')],
  '3Signs': [icon('◆', red, 'red'), icon('▲', yellow, 'yellow'), icon('●', green, 'green')],
  '3Symbols': [icon('✖', red, 'red'), icon('!', yellow, 'yellow'), icon('✔', green, 'green')],
  '3Symbols2': [icon('✖', red, 'red'), icon('!', yellow, 'yellow'), icon('✔', green, 'green')],
  '3Flags': [icon('⚑', red, 'red'), icon('⚑', yellow, 'yellow'), icon('⚑', green, 'green')],
  '3Arrows': [icon('▼', red, 'down'), icon('►', yellow, 'level'), icon('▲', green, 'up')],
  '3ArrowsGray': [icon('▼', grey, 'down'), icon('►', grey, 'level'), icon('▲', grey, 'up')],
  '4Arrows': [
    icon('▼', red, 'down'),
    icon('◢', yellow, 'falling'),
    icon('◥', yellow, 'rising'),
    icon('▲', green, 'up'),
  ],
  '4TrafficLights': [
    icon('●', '#000000', 'black'),
    icon('●', red, 'red'),
    icon('●', yellow, 'yellow'),
    icon('●', green, 'green'),
  ],
  '5Arrows': [
    icon('▼', red, 'down'),
    icon('◢', yellow, 'falling'),
    icon('►', yellow, 'level'),
    icon('◥', yellow, 'rising'),
    icon('▲', green, 'up'),
  ],
  '5Quarters': [
    icon('○', grey, '0'),
    icon('◔', grey, '1/4'),
    icon('◑', grey, '1/2'),
    icon('◕', grey, '3/4'),
    icon('●', grey, '1'),
  ],
};
