import type { GridWords } from '../words';
import type { Said } from './comments';

/** The mark in the corner of a cell of which something is said; what is said is read out with the cell. */
export function CommentMark({ said, words }: { readonly said: Said; readonly words: GridWords }) {
  return (
    <>
      <i aria-hidden="true" className={`comment-mark ${said.kind}-mark`} />
      <span className="unseen">{words.said({ text: said.text })}</span>
    </>
  );
}

interface CommentBoxProps {
  readonly said: Said;
  /** The cell, in pixels. */
  readonly cell: { readonly left: number; readonly top: number; readonly width: number };
  /** How much of the sheet can be seen, in pixels. */
  readonly room: number;
}

const WIDTH = 220;

/** What is said of the active cell, beside it; a screen reader finds it in the cell. */
export function CommentBox({ said, cell, room }: CommentBoxProps) {
  const right = cell.left + cell.width + 10;
  const left = right + WIDTH > room ? Math.max(0, cell.left - WIDTH - 10) : right;
  return (
    <div aria-hidden="true" className={`comment-box ${said.kind}-box`} style={{ left, top: cell.top, width: WIDTH }}>
      {said.text}
    </div>
  );
}
