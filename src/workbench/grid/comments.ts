import { MAX_COLUMNS, type Sheet } from '../../host/model';

/** What is said of a cell, and whether Excel would call it a note or a comment: a conversation. */
export interface Said {
  readonly kind: 'note' | 'conversation';
  readonly text: string;
}

/** What is said of the cells of a sheet, by their place: each voice on lines of its own, after its name. */
export function saidOf({ notes, comments }: Sheet): (row: number, column: number) => Said | null {
  const byPlace = new Map<number, Said>();
  const keyOf = (row: number, column: number): number => row * MAX_COLUMNS + column;
  for (const { row, column, text } of notes) byPlace.set(keyOf(row, column), { kind: 'note', text });
  for (const { row, column, replies, ...first } of comments) {
    const lines = [first, ...replies].map(({ author, text }) =>
      author.name === '' ? text : `${author.name}\n${text}`,
    );
    byPlace.set(keyOf(row, column), { kind: 'conversation', text: lines.join('\n\n') });
  }
  return (row, column) => byPlace.get(keyOf(row, column)) ?? null;
}
