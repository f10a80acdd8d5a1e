import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
} from 'react';
import { printRect } from '../../host/model/geometry/address';
import { endColumn, endRow, rectOf } from '../../host/model/geometry/rect';
import { MAX_COLUMNS, MAX_ROWS, type Rect } from '../../host/model';
import type { Editing } from '../editing';
import type { GridWords } from '../words';
import { CellEditor, type Leave } from './CellEditor';
import { ColumnHeadings } from './ColumnHeadings';
import { Drawings } from './Drawings';
import type { GridAction } from './action';
import { cellId, GridRow } from './GridRow';
import { commandOf, type GridCommand } from './keyboard';
import { fontFamily, fontPixels } from './look';
import { navigated } from './navigate';
import { boxIn, CopiedOutline, Outline } from './Outline';
import { Quadrants, type Quadrant } from './Quadrants';
import { selectedRect, type Selection } from './selection';
import type { SheetView } from './sheet-view';
import { useGridPointer, type Resizing } from './use-pointer';
import { headingHeight, useGridWindow, type GridWindow, type Scroll } from './use-window';

interface GridProps {
  readonly view: SheetView;
  readonly label: string;
  readonly selection: Selection;
  readonly editing: Editing | null;
  /** What was copied or cut from this sheet and can still be pasted. */
  readonly copied: Rect | null;
  readonly initialScroll: Scroll;
  readonly words: GridWords;
  readonly onScrolled: (scroll: Scroll) => void;
  readonly onSelect: (selection: Selection) => void;
  readonly onAction: (action: GridAction) => void;
  readonly onEditing: (editing: Editing) => void;
  readonly onAccept: (leave: Leave) => void;
  readonly onCancel: () => void;
  readonly onCopy: (event: ClipboardEvent, cut: boolean) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
}

/** The sheet as a person sees it: a window of rows and columns on the model, and what they do with mouse and keys. */
export function Grid(props: GridProps) {
  const { view, selection, editing, words, onSelect, onAction } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const [resizing, setResizing] = useState<Resizing | null>(null);
  const { window, onScroll, show } = useGridWindow(view, scroller, props.initialScroll, props.onScrolled);
  const rect = selectedRect(selection, view.merges);
  const active =
    view.mergeAt(selection.active.row, selection.active.column) ??
    rectOf(selection.active.row, selection.active.column);

  const pointer = useGridPointer({
    view,
    window,
    selection,
    onSelect,
    onEdit: () => onAction({ kind: 'edit' }),
    onFollow: (at) => onAction({ kind: 'follow', at }),
    onResizing: setResizing,
    onResize: (column, width) => onAction({ kind: 'resize', column, width }),
    onAutofit: (column) => onAction({ kind: 'autofit', column }),
  });

  // A whole row or column is not scrolled to its end; anything else shows its moving corner.
  const { row: focusRow, column: focusColumn } = selection.focus;
  useEffect(() => {
    if (focusRow < MAX_ROWS - 1 && focusColumn < MAX_COLUMNS - 1) show({ row: focusRow, column: focusColumn });
    else if (focusRow === MAX_ROWS - 1 && selection.anchor.row === focusRow)
      show({ row: focusRow, column: focusColumn });
  }, [show, focusRow, focusColumn, selection.anchor.row]);
  useEffect(() => show(selection.active), [show, selection.active]);

  useEffect(() => {
    if (document.activeElement === document.body) layer.current?.focus({ preventScroll: true });
  }, []);

  const wasEditing = useRef(false);
  useEffect(() => {
    if (wasEditing.current && !editing) layer.current?.focus({ preventScroll: true });
    wasEditing.current = editing !== null;
  }, [editing]);

  const onKeyDown = (event: KeyboardEvent) => {
    // What is drawn over the cells has keys of its own.
    if (editing || event.nativeEvent.isComposing || event.target !== event.currentTarget) return;
    const command = commandOf(event);
    if (!command) return;
    event.preventDefault();
    const page = pageOf(view, window);
    const moved = navigated(view, selection, command, page);
    if (moved) onSelect(moved);
    else if (command.kind === 'type') onAction({ kind: 'edit', text: command.text });
    else if (command.kind === 'follow') onAction({ kind: 'follow', at: selection.active });
    else if (isAction(command)) onAction(command);
  };

  return (
    <div ref={scroller} className="scroller" onScroll={onScroll}>
      <div className="extent" style={{ width: window.barWidth, height: window.barHeight }}>
        <div
          ref={layer}
          role="grid"
          tabIndex={0}
          aria-label={props.label}
          aria-rowcount={MAX_ROWS}
          aria-colcount={MAX_COLUMNS}
          aria-multiselectable="true"
          aria-activedescendant={cellId(active.row, active.column)}
          className={`layer${view.sheet.view.showGridlines ? '' : ' without-gridlines'}`}
          style={layerStyle(window)}
          onKeyDown={onKeyDown}
          onCopy={(event) => props.onCopy(event, false)}
          onCut={(event) => props.onCopy(event, true)}
          onPaste={props.onPaste}
          {...pointer}
        >
          <ColumnHeadings
            view={view}
            headingWidth={window.headingWidth}
            frozenWidth={window.frozenWidth}
            first={window.firstColumn}
            last={window.lastColumn}
            selectedFirst={rect.column}
            selectedLast={endColumn(rect) - 1}
            wholeColumns={rect.rows === MAX_ROWS}
            selectAllLabel={words.selectAll}
          />
          <Band view={view} window={window} rect={rect} frozen words={words} />
          <Band view={view} window={window} rect={rect} frozen={false} words={words} />
          <Quadrants window={window}>
            {(quadrant) => (
              <>
                <Drawings view={view} quadrant={quadrant} words={words} onAction={onAction} />
                <Outline view={view} quadrant={quadrant} rect={rect} active={active} />
                {props.copied && <CopiedOutline view={view} quadrant={quadrant} rect={props.copied} />}
                {editing && isIn(view, quadrant, active) && (
                  <CellEditor
                    key={cellId(active.row, active.column)}
                    label={words.editor({ address: printRect(rectOf(active.row, active.column)) })}
                    text={editing.text}
                    mode={editing.mode}
                    focused={editing.where === 'cell'}
                    style={editorStyle(view, active, quadrant)}
                    onChange={(text) => props.onEditing({ ...editing, text, where: 'cell' })}
                    onAccept={props.onAccept}
                    onCancel={props.onCancel}
                    onMode={(mode) => props.onEditing({ ...editing, mode, where: 'cell' })}
                  />
                )}
              </>
            )}
          </Quadrants>
          {window.frozenHeight > 0 && (
            <div className="frozen-edge-below" style={{ top: headingHeight + window.frozenHeight - 1 }} />
          )}
          {window.frozenWidth > 0 && (
            <div className="frozen-edge-right" style={{ left: window.headingWidth + window.frozenWidth - 1 }} />
          )}
          {resizing && <ResizeGuide view={view} window={window} resizing={resizing} />}
        </div>
      </div>
    </div>
  );
}

interface BandProps {
  readonly view: SheetView;
  readonly window: GridWindow;
  readonly rect: Rect;
  readonly frozen: boolean;
  readonly words: GridWords;
}

/** Positions are taken from a row near the window: counted from the sheet's top, those of its last rows are too large to be drawn exactly. */
const anchorEvery = 20_000;

/** The frozen rows, or those that scroll. */
function Band({ view, window, rect, frozen, words }: BandProps) {
  const { rows } = view;
  const first = frozen ? 0 : window.firstRow;
  const last = frozen ? view.frozenRows - 1 : window.lastRow;
  const scrolled = frozen ? 0 : window.frozenHeight + window.scroll.y;
  const anchor = frozen ? 0 : Math.floor(scrolled / anchorEvery) * anchorEvery;
  const drawn = useMemo(() => {
    const list: number[] = [];
    for (let row = first; row <= last; row += 1) if (rows.size(row) > 0) list.push(row);
    return list;
  }, [rows, first, last]);
  if (frozen && view.frozenRows === 0) return null;
  const wholeRows = rect.columns === MAX_COLUMNS;
  return (
    <div
      role="rowgroup"
      className="band"
      style={{
        top: headingHeight + (frozen ? 0 : window.frozenHeight),
        height: frozen ? window.frozenHeight : window.height,
      }}
    >
      <div role="presentation" className="rows" style={{ transform: `translateY(${anchor - scrolled}px)` }}>
        {drawn.map((row) => {
          const selected = row >= rect.row && row < endRow(rect);
          return (
            <GridRow
              key={row}
              view={view}
              row={row}
              top={rows.offset(row) - anchor}
              headingWidth={window.headingWidth}
              frozenWidth={window.frozenWidth}
              first={window.firstColumn}
              last={window.lastColumn}
              topmost={row === drawn[0]}
              selectedFirst={selected ? rect.column : -1}
              selectedLast={selected ? endColumn(rect) - 1 : -1}
              wholeRowSelected={selected && wholeRows}
              words={words}
            />
          );
        })}
      </div>
    </div>
  );
}

function ResizeGuide({ view, window, resizing }: { view: SheetView; window: GridWindow; resizing: Resizing }) {
  const scrolled = resizing.column < view.frozenColumns ? 0 : window.scroll.x;
  const left = window.headingWidth + view.columns.offset(resizing.column) - scrolled + resizing.width;
  return <div className="resize-guide" style={{ left }} />;
}

const isIn = (view: SheetView, quadrant: Quadrant, { row, column }: Rect): boolean =>
  row < view.frozenRows === quadrant.frozenRows && column < view.frozenColumns === quadrant.frozenColumns;

function editorStyle(view: SheetView, active: Rect, quadrant: Quadrant): CSSProperties {
  const box = boxIn(view, active, quadrant);
  const look = view.cell(active.row, active.column)?.look;
  return {
    left: box.left - 1,
    top: box.top - 1,
    minWidth: box.width + 1,
    minHeight: box.height + 1,
    maxWidth: Math.max(box.width + 1, quadrant.width - box.left),
    maxHeight: Math.max(box.height + 1, quadrant.height - box.top),
    ...(look && { fontFamily: fontFamily(look.fontName), fontSize: fontPixels(look) }),
    ...(look?.bold && { fontWeight: 'bold' }),
  };
}

/** The horizontal scroll is a variable of CSS: a row need not be drawn again for it. */
function layerStyle(window: GridWindow): CSSProperties {
  const shift: Record<`--${string}`, string> = { '--shift': `${-window.scroll.x}px` };
  return { width: window.outerWidth, height: window.outerHeight, ...shift };
}

function pageOf(view: SheetView, { scroll, frozenHeight, frozenWidth, height, width }: GridWindow) {
  const { rows, columns } = view;
  const top = frozenHeight + scroll.y;
  const left = frozenWidth + scroll.x;
  return { rows: rows.at(top + height) - rows.at(top), columns: columns.at(left + width) - columns.at(left) };
}

const direct: ReadonlySet<string> = new Set(['clear', 'undo', 'redo', 'cancel', 'sheet', 'edit']);

const isAction = (command: GridCommand): command is Extract<GridCommand, GridAction> => direct.has(command.kind);
