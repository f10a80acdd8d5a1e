import type { CellError, CellValue } from '../cells/cell';
import type { Point } from '../geometry/rect';
import type { CalcSheet } from './book';
import { aggregate, rangeArguments, type IndexedRange } from './aggregates';
import { errors, isError, toCondition } from './coercion';
import { foldFunctions, valueFunctions, type Fold } from './functions';
import { binaryOperators, percent, unaryOperators } from './operators';
import { errorLiteral } from './print';
import type { Area, References } from './references';
import type { IndexedCalls } from './rewrite';
import { sameShape } from './shape';
import type { CallNode, Node } from './syntax';
import { ownRowOf, targetOf, type Target } from './target';

/** Computes a formula for the cell where it stands. */
export type Run = (row: number, column: number) => CellValue;

/** A template that is computed here, without the library. */
export interface Program {
  readonly run: Run;
  /** All that its formulas may read. */
  readonly reads: readonly Target[];
  /** What its references mean: formulas of one text that mean the same give the same. */
  readonly meaning: string;
  /** What it asks the clock for. */
  readonly asks: 'nothing' | 'day' | 'time';
}

/** What programs are compiled against; `calls` and `clock` are those of the calculation under way. */
export interface Environment {
  readonly references: References;
  calls: IndexedCalls;
  clock: number;
}

/** Something that the library computes. Never leaves this module. */
class NotOurs extends Error {}

/**
 * Compiles the tree of a template for formulas of a sheet, or gives null where it uses more than operators, plain
 * references, conditional aggregates over ranges and the functions of `functions.ts`: the library computes the rest.
 */
export function compile(node: Node, sheet: CalcSheet, base: Point, environment: Environment): Program | null {
  try {
    const compiler = new Compiler(sheet, base, environment);
    const run = compiler.value(node);
    const { reads, asks } = compiler;
    return { run, reads, meaning: compiler.meanings.join(), asks };
  } catch (failure) {
    if (failure instanceof NotOurs) return null;
    throw failure;
  }
}

class Compiler {
  readonly reads: Target[] = [];
  readonly meanings: string[] = [];
  asks: Program['asks'] = 'nothing';
  /** Whether what is compiled is given to a function of ranges: there a range that is computed with stays one. */
  #isFolded = false;

  constructor(
    private readonly sheet: CalcSheet,
    private readonly base: Point,
    private readonly environment: Environment,
  ) {}

  value(node: Node): Run {
    if ('args' in node) return this.#call(node);
    if ('value' in node) {
      const error = errorLiteral(node);
      return constant(error === undefined ? node.value : errorNamed(error));
    }
    if ('left' in node) {
      const operator = binaryOperators[node.op];
      if (!operator) throw new NotOurs();
      const [left, right] = [this.value(node.left), this.value(node.right)];
      return (row, column) => operator(left(row, column), right(row, column));
    }
    if ('operand' in node) {
      if ('op' in node && node.op === '@') return this.#ownRow(node.operand);
      const operator = 'op' in node ? unaryOperators[node.op] : percent;
      if (!operator) throw new NotOurs();
      const operand = this.value(node.operand);
      return (row, column) => operator(operand(row, column));
    }
    // Nothing between two commas: the only node without members of its own.
    if (Object.keys(node).length === 1) return constant(null);
    // Files leave out the `@` where nothing else could be meant.
    return this.#ownRow(node, this.#isFolded);
  }

  /** The cell of a reference, of a column that of the formula's own row. */
  #ownRow(node: Node, isWhole = false): Run {
    const target = this.#target(node, (found) => (isWhole ? found : (ownRowOf(found, this.base) ?? found)));
    if (target === 'missing') return constant(errors.reference);
    if (!target?.single) throw new NotOurs();
    return (row, column) => target.value(row, column);
  }

  #target(node: Node, narrowed = (found: Target): Target => found): Target | 'missing' | undefined {
    const found = targetOf(node, this.sheet, this.base, this.environment.references);
    const target = typeof found === 'object' ? narrowed(found) : found;
    if (target && target !== 'missing') this.reads.push(target);
    this.meanings.push(typeof target === 'object' ? target.meaning : String(target));
    return target;
  }

  #call(node: CallNode): Run {
    const { name, args } = node;
    const positions = rangeArguments(name, args.length);
    if (positions) return this.#aggregate(node, positions);
    const fold = foldFunctions[name];
    if (fold) return this.#fold(fold, args);
    const { environment } = this;
    switch (name) {
      case 'IF':
        return this.#choice(args);
      case 'IFERROR':
        return this.#fallback(args, isError);
      case 'IFNA':
        return this.#fallback(args, (value) => isError(value) && value.error === errors.missing.error);
      case 'ROW':
      case 'COLUMN':
        return this.#place(name, args);
      case 'ROWS':
      case 'COLUMNS':
        return this.#size(name, args);
      case 'AND':
      case 'OR':
        return this.#junction(name, args);
      case 'TODAY':
        if (this.asks === 'nothing') this.asks = 'day';
        return () => Math.floor(environment.clock);
      case 'NOW':
        this.asks = 'time';
        return () => environment.clock;
      default:
        return this.#plain(node);
    }
  }

  #plain({ name, args }: CallNode): Run {
    const known = valueFunctions[name];
    if (!known || args.length < known.least || args.length > known.most) throw new NotOurs();
    const { call, tolerant } = known;
    const runs = args.map((arg) => this.value(arg));
    return (row, column) => {
      const values = runs.map((run) => run(row, column));
      return (tolerant ? undefined : values.find(isError)) ?? call(values);
    };
  }

  #choice(args: readonly Node[]): Run {
    const [condition, yes, no] = args.map((arg) => this.value(arg));
    if (!condition || !yes || args.length > 3) throw new NotOurs();
    return (row, column) => {
      const holds = toCondition(condition(row, column));
      if (typeof holds === 'object') return holds;
      return holds ? yes(row, column) : no ? no(row, column) : false;
    };
  }

  #fallback(args: readonly Node[], isMissing: (value: CellValue) => boolean): Run {
    const [first, other] = args.map((arg) => this.value(arg));
    if (!first || !other || args.length !== 2) throw new NotOurs();
    return (row, column) => {
      const value = first(row, column);
      return isMissing(value) ? other(row, column) : value;
    };
  }

  /** Of the formula's own cell, or of the first of a reference. */
  #place(name: 'ROW' | 'COLUMN', args: readonly Node[]): Run {
    const own = (row: number, column: number): number => (name === 'ROW' ? row : column) + 1;
    if (args.length === 0) return own;
    return this.#ofArea(args, ({ rect }) => own(rect.row, rect.column));
  }

  #size(name: 'ROWS' | 'COLUMNS', args: readonly Node[]): Run {
    return this.#ofArea(args, ({ rect }) => (name === 'ROWS' ? rect.rows : rect.columns));
  }

  #ofArea([arg, ...others]: readonly Node[], ask: (area: Area) => CellValue): Run {
    if (!arg || others.length > 0) throw new NotOurs();
    const target = this.#target(arg);
    if (target === 'missing' || isDead(arg)) return constant(errors.reference);
    if (!target) throw new NotOurs();
    return (row, column) => {
      const area = target.at(row, column);
      return area ? ask(area) : errors.value;
    };
  }

  /** Of conditions only: what a referenced cell holds is not always asked, which is left to the library. */
  #junction(name: 'AND' | 'OR', args: readonly Node[]): Run {
    if (args.length === 0 || args.some((arg) => typeof this.#target(arg) === 'object')) throw new NotOurs();
    const runs = args.map((arg) => this.#folded(arg));
    return (row, column) => {
      let result = name === 'AND';
      for (const run of runs) {
        const condition = toCondition(run(row, column));
        if (typeof condition === 'object') return condition;
        result = name === 'AND' ? result && condition : result || condition;
      }
      return result;
    };
  }

  #fold(begin: () => Fold, args: readonly Node[]): Run {
    if (args.length === 0) throw new NotOurs();
    const takes = args.map((arg) => {
      const target = this.#target(arg);
      if (target === 'missing') return () => errors.reference;
      if (target) return foldCells(target);
      const run = this.#folded(arg);
      return (fold: Fold, row: number, column: number) => fold.argument(run(row, column));
    });
    return (row, column) => {
      const fold = begin();
      for (const take of takes) {
        const error = take(fold, row, column);
        if (error) return error;
      }
      return fold.result();
    };
  }

  /** What a function of ranges is given that is no range by itself. */
  #folded(node: Node): Run {
    const before = this.#isFolded;
    this.#isFolded = true;
    const run = this.value(node);
    this.#isFolded = before;
    return run;
  }

  #aggregate({ name, args }: CallNode, positions: readonly number[]): Run {
    const targets: Target[] = [];
    for (const position of positions) {
      const arg = args[position]!;
      const target = this.#target(arg);
      if (target === 'missing' || isDead(arg)) return constant(errors.reference);
      if (!target) throw new NotOurs();
      targets.push(target);
    }
    const criteria = args.flatMap((arg, position) => (positions.includes(position) ? [] : [this.value(arg)]));
    const rangesAt = this.#ranges(name, targets);
    return (row, column) => {
      const ranges = rangesAt(row, column);
      if (!ranges) return errors.value;
      return aggregate(
        name,
        ranges,
        criteria.map((criterion) => criterion(row, column)),
      );
    };
  }

  /** The ranges of a call, once a calculation where they are the same for every formula. */
  #ranges(
    name: string,
    targets: readonly Target[],
  ): (row: number, column: number) => readonly IndexedRange[] | undefined {
    const { environment } = this;
    const look = (row: number, column: number): readonly IndexedRange[] | undefined => {
      const areas = sameShape(
        name,
        targets.map((target) => target.at(row, column)),
      );
      return areas && environment.calls.ranges(environment.calls.add(areas));
    };
    if (targets.some(({ fixed }) => !fixed)) return look;
    let calls: IndexedCalls | undefined;
    let ranges: readonly IndexedRange[] | undefined;
    return (row, column) => {
      if (calls !== environment.calls) {
        calls = environment.calls;
        ranges = look(row, column);
      }
      return ranges;
    };
  }
}

function constant(value: CellValue): Run {
  return () => value;
}

/** A reference to cells that were deleted. */
function isDead(node: Node): boolean {
  return 'value' in node && errorLiteral(node) === errors.reference.error;
}

function errorNamed(name: string): CellError {
  // The parser knows the errors of Excel only.
  return { error: name as CellError['error'] };
}

function foldCells(target: Target): (fold: Fold, row: number, column: number) => CellError | undefined {
  return (fold, row, column) => {
    if (target.single) return fold.cell(target.value(row, column));
    const area = target.at(row, column);
    if (!area) return errors.value;
    for (const { cell } of area.sheet.cells.within(area.rect)) {
      const error = fold.cell(cell.value);
      if (error) return error;
    }
    return undefined;
  };
}
