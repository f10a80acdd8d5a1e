import { memo, type CSSProperties, type ReactNode } from 'react';
import { columnName } from '../../host/model/geometry/address';
import type { RichRun } from '../../host/model';
import type { GridWords } from '../words';
import { fontFamily, fontPixels } from './look';
import { CommentMark } from './CellComment';
import { rowPieces, type Piece } from './row-pieces';
import type { SheetView } from './sheet-view';

export const cellId = (row: number, column: number): string => `cell-${columnName(column)}${row + 1}`;

export interface GridRowProps {
  readonly view: SheetView;
  readonly row: number;
  /** From the top of its band, in pixels. */
  readonly top: number;
  readonly headingWidth: number;
  readonly frozenWidth: number;
  readonly first: number;
  readonly last: number;
  /** First of its band: draws the merged cells that come from above. */
  readonly topmost: boolean;
  /** Columns of the selection that lie in this row; -1 where none do. */
  readonly selectedFirst: number;
  readonly selectedLast: number;
  readonly wholeRowSelected: boolean;
  readonly words: GridWords;
}

/** One row of the sheet: its heading, its frozen cells, and those that scroll. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { view, row, top, headingWidth, frozenWidth, first, last, topmost, selectedFirst, selectedLast, words } = props;
  const selected = (column: number) => column >= selectedFirst && column <= selectedLast;
  const draw = (pieces: readonly Piece[], origin: number) =>
    pieces.map((piece) => (
      <GridCell
        key={`${piece.row}:${piece.column}`}
        piece={piece}
        origin={origin}
        foreign={piece.row !== row}
        selected={selected(piece.column)}
        words={words}
      />
    ));
  const heading = selectedFirst < 0 ? '' : props.wholeRowSelected ? ' heading-whole' : ' heading-part';
  return (
    <div role="row" aria-rowindex={row + 1} className="row" style={{ top, height: view.rows.size(row) }}>
      <div role="rowheader" className={`heading row-heading${heading}`} style={{ width: headingWidth }} data-row={row}>
        {row + 1}
      </div>
      {view.frozenColumns > 0 && (
        <div role="presentation" className="side" style={{ left: headingWidth, width: frozenWidth }}>
          {draw(rowPieces(view, row, { first: 0, last: view.frozenColumns - 1 }, topmost), 0)}
        </div>
      )}
      <div role="presentation" className="side" style={{ left: headingWidth + frozenWidth, right: 0 }}>
        <div role="presentation" className="shift">
          {draw(rowPieces(view, row, { first, last }, topmost), frozenWidth)}
        </div>
      </div>
    </div>
  );
});

interface GridCellProps {
  readonly piece: Piece;
  readonly origin: number;
  /** Drawn by another row than its own. */
  readonly foreign: boolean;
  readonly selected: boolean;
  readonly words: GridWords;
}

function GridCell({ piece, origin, foreign, selected, words }: GridCellProps) {
  const { row, column, cell, merge, duplicate } = piece;
  const grown = cell?.css.covers ? 1 : 0;
  const spreads = piece.overflow.left + piece.overflow.right > 0;
  const box: CSSProperties = {
    ...cell?.css.box,
    left: piece.left - origin - grown,
    top: piece.top - grown,
    width: piece.width + grown,
    height: piece.height + grown,
    ...(merge && cell?.css.box.zIndex === undefined && { zIndex: 1 }),
    ...(spreads && { zIndex: 3 }),
  };
  const className = ['cell', merge && 'merged', cell?.css.covers && 'covering', spreads && 'spreading']
    .filter(Boolean)
    .join(' ');
  const content = cell && <CellContent piece={piece} words={words} />;
  if (duplicate) {
    return (
      <div aria-hidden="true" className={className} style={box}>
        {content}
      </div>
    );
  }
  return (
    <div
      role="gridcell"
      id={cellId(row, column)}
      aria-colindex={column + 1}
      aria-rowindex={foreign ? row + 1 : undefined}
      aria-rowspan={merge && merge.rows > 1 ? merge.rows : undefined}
      aria-colspan={merge && merge.columns > 1 ? merge.columns : undefined}
      aria-selected={selected}
      title={cell?.said?.text}
      className={className}
      style={box}
    >
      {content}
    </div>
  );
}

function CellContent({ piece, words }: { readonly piece: Piece; readonly words: GridWords }) {
  const { cell, text, overflow } = piece;
  if (!cell) return null;
  const { conditioned, link, css, align } = cell;
  const style: CSSProperties = {
    ...css.text,
    textAlign: align,
    ...((overflow.left > 0 || overflow.right > 0) && {
      marginLeft: -overflow.left,
      marginRight: -overflow.right,
      ...(piece.hidesLines && { background: 'var(--paper)' }),
    }),
  };
  const written: ReactNode = cell.runs && text === cell.text ? cell.runs.map(richRun) : text;
  return (
    <>
      {conditioned?.bar && (
        <i
          aria-hidden="true"
          className="data-bar"
          style={{ width: `calc((100% - 4px) * ${conditioned.bar.fraction})`, background: conditioned.bar.color }}
        />
      )}
      {conditioned?.icon && (
        <i
          role="img"
          aria-label={words.icon[conditioned.icon.name]}
          className="cell-icon"
          style={{ color: conditioned.icon.color }}
        >
          {conditioned.icon.glyph}
        </i>
      )}
      {text !== '' && (
        <div role="presentation" className="text" style={style}>
          {link ? (
            <span
              role="link"
              tabIndex={-1}
              className="link"
              title={link.screenTip ?? words.linkTip({ address: link.address ?? link.documentReference ?? '' })}
            >
              {written}
            </span>
          ) : (
            written
          )}
        </div>
      )}
      {cell.said && <CommentMark said={cell.said} words={words} />}
      {cell.filterButton && <i aria-hidden="true" className="filter-button" />}
    </>
  );
}

function richRun({ text, font }: RichRun, index: number): ReactNode {
  if (!font) return <span key={index}>{text}</span>;
  const decoration = [
    font.underline !== undefined && font.underline !== 'None' && 'underline',
    font.strikethrough && 'line-through',
  ]
    .filter(Boolean)
    .join(' ');
  const style: CSSProperties = {
    ...(font.name !== undefined && { fontFamily: fontFamily(font.name) }),
    ...(font.size !== undefined && { fontSize: fontPixels({ fontSize: font.size }) }),
    ...(font.bold !== undefined && { fontWeight: font.bold ? 'bold' : 'normal' }),
    ...(font.italic !== undefined && { fontStyle: font.italic ? 'italic' : 'normal' }),
    ...(font.color !== undefined && { color: font.color }),
    ...(decoration !== '' && { textDecoration: decoration }),
  };
  return (
    <span key={index} style={style}>
      {text}
    </span>
  );
}
