import { coverage, flatten, type Activity, type Day, type Plan } from '../plan';
import { activityRows, expected, nothingRows, paragraphs, ruled, type BlockContext } from './blocks';
import { pour, type DraftRow } from './flow';
import { fontOf, textRoom } from './geometry';
import { shortenToWidth } from './measure';
import { byFirstDate } from './select';

/** Activities by their first date, each beside the strategy and the action that it serves, shortened. */
export function datedRows(activities: readonly Activity[], context: BlockContext): DraftRow[] {
  const { grid, selection } = context;
  return [...activities].sort(byFirstDate).flatMap((activity) => {
    const rows = activityRows([activity], context);
    const item = selection.itemOf(activity);
    if (item === null) return ruled(rows, 'light', grid.strategy);
    const { strategy, action, objective } = item;
    const above = strategy ?? objective;
    pour(context, grid.strategy, shortLabel(`${above.no} ${above.title}`, grid.strategy, context), rows);
    if (action) pour(context, grid.action, shortLabel(`${action.no} ${action.text}`, grid.action, context), rows);
    return ruled(rows, 'light', grid.strategy);
  });
}

/** The items that have had nothing in the period, with when they last had something and what is expected of them. */
export function silentRows(plan: Plan, activities: readonly Activity[], today: Day, context: BlockContext): DraftRow[] {
  const { grid, selection, words } = context;
  const last = new Map(
    coverage(plan, activities, { from: null, to: null }, today).map(({ no, last: day }) => [no, day] as const),
  );
  const silent = flatten(plan).filter((item) => item.leaf && selection.for(item.no).length === 0);
  return silent.flatMap((item) => {
    const day = last.get(item.no) ?? null;
    const said =
      day === null
        ? paragraphs(words.noActivity, 'none')
        : paragraphs(words.lastActivity({ date: words.day(day) }), 'details');
    const { strategy, action, objective } = item;
    // Beside the action and not under it: the rows are half as high.
    const rows = nothingRows(said, action ? expected(action, words) : [], context);
    const above = strategy ?? objective;
    pour(context, grid.strategy, shortLabel(`${above.no} ${above.title}`, grid.strategy, context), rows);
    if (action) pour(context, grid.action, paragraphs(`${action.no} ${action.text}`, 'action'), rows);
    return ruled(rows, 'light', grid.strategy);
  });
}

/** What an activity serves is said beside it, in no more lines than most activities have. */
const labelLines = 2;

function shortLabel(text: string, column: number, { grid }: BlockContext) {
  return paragraphs(shortenToWidth(text, textRoom(grid, column), fontOf('note'), labelLines), 'note');
}
