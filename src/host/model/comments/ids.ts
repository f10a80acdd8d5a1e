import type { Sheet } from '../sheet';
import type { Workbook } from '../workbook';

/** Ids, one at each call, for new comments and replies: none that the workbook has, in the form that Excel gives them. */
export function newCommentIds(workbook: Workbook): () => string {
  const comments = workbook.sheets.flatMap((sheet) => sheet.comments);
  const taken = comments.flatMap(({ id, replies }) => [id, ...replies.map((reply) => reply.id)]);
  return counter(taken, (number) => {
    const digits = number.toString(16).toUpperCase().padStart(8, '0');
    return `{${digits}-0000-4000-8000-000000000000}`;
  });
}

/** The same for new notes of a sheet. */
export function newNoteIds(sheet: Sheet): () => string {
  return counter(
    sheet.notes.map(({ id }) => id),
    (number) => `n${number}`,
  );
}

function counter(ids: readonly string[], form: (number: number) => string): () => string {
  const taken = new Set(ids);
  let number = taken.size;
  return () => {
    do number += 1;
    while (taken.has(form(number)));
    return form(number);
  };
}
