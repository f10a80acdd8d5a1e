import { copiedIds, type CopiedId, type Problem } from '../../plan';
import type { Rows } from '../contract/blocks';
import type { Finding, Repair } from './model';
import type { TableView } from './table';
import type { ActivityColumn } from '../contract/contract';

/** Whose the rows of the activities are, and the ids that rows get which have none of their own. */
export class Identities {
  private readonly byId = new Map<string, number[]>();
  private readonly given = new Map<number, string>();
  private readonly copies: readonly (CopiedId & { readonly newId: string })[];

  constructor(
    private readonly view: TableView<ActivityColumn>,
    private readonly newId: () => string,
  ) {
    const rows = view.rows.map((_, row) => ({ id: view.text(row, 'id'), title: view.text(row, 'title') }));
    this.copies = copiedIds(rows).map((copy) => ({ ...copy, newId: newId() }));
    const copied = new Map(this.copies.flatMap((copy) => copy.rows.map((row) => [row, copy.newId] as const)));
    rows.forEach(({ id }, row) => {
      const own = copied.get(row) ?? id;
      if (own === '') return;
      const known = this.byId.get(own);
      if (known) known.push(row);
      else this.byId.set(own, [row]);
    });
    for (const [row, id] of copied) this.given.set(row, id);
  }

  /** The rows as they are once copies have an id of their own: the rest is checked on these. */
  rows(): Rows {
    const column = this.view.table.at.id;
    if (column === undefined || this.given.size === 0) return this.view.rows;
    return this.view.rows.map((row, index) => {
      const id = this.given.get(index);
      return id === undefined ? row : row.map((value, position) => (position === column ? id : value));
    });
  }

  /** True for a row that is to get an id of its own for having another's. */
  isCopy(row: number): boolean {
    return this.given.has(row);
  }

  /** The rows of the activity that a row belongs to. */
  sameActivity(row: number): readonly number[] {
    return this.byId.get(this.given.get(row) ?? this.view.text(row, 'id')) ?? [row];
  }

  /** The id of a row, made up where it has none; the same each time. */
  idOf(row: number): string {
    const id = this.given.get(row) ?? this.view.text(row, 'id');
    if (id !== '') return id;
    const made = this.newId();
    this.given.set(row, made);
    return made;
  }

  findings(): readonly Finding[] {
    return this.copies.map(({ id, title, rows, sure, newId }) => {
      const problem = this.view.problem('duplicateId', rows[0] ?? 0, 'id', { id, title });
      return { problem, repair: this.giveId(problem, sure, rows, newId) };
    });
  }

  /** A repair that makes rows an activity of their own. */
  giveId(problem: Problem, safe: boolean, rows: readonly number[], id = this.newId()): Repair {
    return this.view.repair(
      problem,
      safe,
      rows.map((row) => ({ row, column: 'id', value: id })),
    );
  }
}
