import type { CellValue } from '../cells/cell';

/** Whether a cell's value meets a criterion. */
export type Predicate = (value: CellValue) => boolean;

export interface Criterion {
  readonly meets: Predicate;
  /** Text or number that a cell must equal, where that is all: an index can look it up. Text is in lower case. */
  readonly equal?: string | number;
}

type Operator = '=' | '<>' | '<' | '>' | '<=' | '>=';

/** A number as a criterion or a text cell may spell it; undefined for other text. Percentages count. */
export function numberIn(text: string): number | undefined {
  const match = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(%?)\s*$/i.exec(text);
  if (!match) return undefined;
  const number = Number(match[1]);
  return match[2] === '%' ? number / 100 : number;
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** `*` any text, `?` one character, `~` takes the meaning off the next one. undefined without a wildcard. */
function wildcard(pattern: string): ((text: string) => boolean) | undefined {
  if (!/[*?~]/.test(pattern)) return undefined;
  const prefix = /^([^*?~]+)\*$/.exec(pattern)?.[1]?.toLowerCase();
  // By far the most usual, and asked of every distinct value of a column.
  if (prefix !== undefined) return (text) => text.toLowerCase().startsWith(prefix);
  const body = pattern.replace(/~[*?~]|[*?]|[^*?~]+|~/g, (part) => {
    if (part === '*') return '[^]*';
    if (part === '?') return '[^]';
    return escapeRegExp(/^~[*?~]$/.test(part) ? part.slice(1) : part);
  });
  const expression = new RegExp(`^${body}$`, 'iu');
  return (text) => expression.test(text);
}

function equals(operand: string): Criterion {
  if (operand === '') return { meets: (value) => value === null };
  const number = numberIn(operand);
  if (number !== undefined) {
    const meets: Predicate = (value) => value === number || (typeof value === 'string' && numberIn(value) === number);
    return { meets, equal: number };
  }
  const folded = operand.toLowerCase();
  if (folded === 'true' || folded === 'false') return { meets: (value) => value === (folded === 'true') };
  if (operand.startsWith('#')) {
    return {
      meets: (value) => (typeof value === 'object' ? value?.error === operand.toUpperCase() : value === operand),
    };
  }
  const matches = wildcard(operand);
  if (matches) return { meets: (value) => typeof value === 'string' && matches(value) };
  return { meets: (value) => typeof value === 'string' && value.toLowerCase() === folded, equal: folded };
}

function compares(operator: Exclude<Operator, '=' | '<>'>, operand: string): Predicate {
  const holds = (difference: number): boolean => {
    switch (operator) {
      case '<':
        return difference < 0;
      case '>':
        return difference > 0;
      case '<=':
        return difference <= 0;
      case '>=':
        return difference >= 0;
    }
  };
  const number = numberIn(operand);
  if (number !== undefined) return (value) => typeof value === 'number' && holds(value - number);
  if (operand === '') return () => false;
  const collator = new Intl.Collator('en', { sensitivity: 'accent' });
  return (value) => typeof value === 'string' && holds(collator.compare(value, operand));
}

/**
 * Reads a criterion of COUNTIFS and its kin as Excel does: an operator in front, wildcards in text, no regard to
 * case; text that looks like a number equals it. An empty criterion cell means 0; `""` blanks and empty text;
 * `"="` blanks only; `"<>"` what is not blank.
 */
export function readCriterion(criterion: CellValue): Criterion {
  if (criterion === null) return equals('0');
  if (typeof criterion === 'number') return equals(String(criterion));
  if (typeof criterion === 'boolean') return { meets: (value) => value === criterion };
  if (typeof criterion === 'object') {
    return { meets: (value) => typeof value === 'object' && value?.error === criterion.error };
  }
  if (criterion === '') return { meets: (value) => value === null || value === '' };
  const [, operator = '', operand = ''] = /^(<=|>=|<>|=|<|>)?([^]*)$/.exec(criterion) ?? [];
  switch (operator) {
    case '<':
    case '>':
    case '<=':
    case '>=':
      return { meets: compares(operator, operand) };
    case '<>': {
      const same = equals(operand).meets;
      return { meets: (value) => !same(value) };
    }
    default:
      return equals(operand);
  }
}
