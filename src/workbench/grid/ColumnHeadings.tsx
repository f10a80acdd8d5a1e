import { memo } from 'react';
import { columnName } from '../../host/model/geometry/address';
import { headingHeight } from './use-window';
import type { SheetView } from './sheet-view';

interface ColumnHeadingsProps {
  readonly view: SheetView;
  readonly headingWidth: number;
  readonly frozenWidth: number;
  readonly first: number;
  readonly last: number;
  readonly selectedFirst: number;
  readonly selectedLast: number;
  readonly wholeColumns: boolean;
  readonly selectAllLabel: string;
}

/** The letters above the columns. Resizing and selecting are told apart by the grid, from `data-` attributes. */
export const ColumnHeadings = memo(function ColumnHeadings(props: ColumnHeadingsProps) {
  const { view, headingWidth, frozenWidth, first, last } = props;
  const headings = (from: number, to: number, origin: number) => {
    const drawn = [];
    for (let column = from; column <= to; column += 1) {
      const width = view.columns.size(column);
      if (width === 0) continue;
      const selected = column >= props.selectedFirst && column <= props.selectedLast;
      drawn.push(
        <div
          key={column}
          role="columnheader"
          aria-colindex={column + 1}
          data-column={column}
          className={`heading column-heading${selected ? (props.wholeColumns ? ' heading-whole' : ' heading-part') : ''}`}
          style={{ left: view.columns.offset(column) - origin, width }}
        >
          {columnName(column)}
          <i aria-hidden="true" className="column-edge" data-resize={column} />
        </div>,
      );
    }
    return drawn;
  };
  return (
    <div role="row" className="column-headings" style={{ height: headingHeight }}>
      <div role="columnheader" data-corner="" className="heading corner" style={{ width: headingWidth }}>
        <span className="unseen">{props.selectAllLabel}</span>
      </div>
      {view.frozenColumns > 0 && (
        <div role="presentation" className="side" style={{ left: headingWidth, width: frozenWidth }}>
          {headings(0, view.frozenColumns - 1, 0)}
        </div>
      )}
      <div role="presentation" className="side" style={{ left: headingWidth + frozenWidth, right: 0 }}>
        <div role="presentation" className="shift">
          {headings(first, last, frozenWidth)}
        </div>
      </div>
    </div>
  );
});
