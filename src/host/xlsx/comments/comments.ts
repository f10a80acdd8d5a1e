import type { SheetFeature } from '../sheet/feature';
import { same } from '../same';
import { readNotes, writeNotes } from './legacy';
import { readThreads, writeThreads } from './threads';

/**
 * Notes and conversations of the cells of a sheet. A conversation stands in a part of its own and, for versions of
 * Excel without them, in a note that stands for it.
 */
export const comments: SheetFeature = {
  state: (sheet) => [sheet.notes, sheet.comments],
  read: ({ sheet, root, pkg, part, styles }) => {
    const threads = readThreads(pkg, part);
    const known = new Set(threads.map(({ id }) => id));
    const notes = readNotes(pkg, part, root, styles.colors)
      .filter(({ twin }) => twin === undefined || !known.has(twin))
      .map(({ twin, ...note }) => note);
    if (notes.length + threads.length > 0) sheet.update({ notes, comments: threads });
  },
  write: ({ sheet, root, pkg, part, fileStyles }) => {
    const threads = readThreads(pkg, part);
    const said = new Map(threads.map((comment) => [comment.id, comment]));
    const unchanged = sheet.comments.filter(({ id, text, replies }) => {
      const before = said.get(id);
      return before?.text === text && same(before.replies, replies);
    });
    const before = readNotes(pkg, part, root, fileStyles.colors);
    writeNotes({ pkg, part, root, sheet, before, unchanged: new Set(unchanged.map(({ id }) => id)) });
    writeThreads(pkg, part, threads, sheet.comments);
  },
};
