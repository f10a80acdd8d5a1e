import { waitForFront } from '../away';
import { leaveOutRefused } from '../refinements';
import { enableEvents } from '../run';
import { lookedAgain } from '../settle';
import { addStage, findStage, type Room, type Stage } from './stage';

/** A build that must not be seen half done. */
export interface StagedBuild {
  /** The sheet that it is for. */
  readonly sheet: string;
  /** Where it is drawn, in a workbook in which no sheet may be added. */
  readonly room: Room | null;
  /** Draws on the stage: syncs as it needs, the last actions stay queued. */
  draw(stage: Stage): Promise<void>;
  /**
   * Queues what puts the drawing in its place and signs it, and then the end of the stage, unless it has become the
   * sheet: the same again does no harm.
   */
  place(stage: Stage, signature: string): void;
  /** Where the signature of a build that was placed stands; null objects are allowed. */
  signature(): Excel.NamedItem;
}

/** Draws on a stage, which is taken away where that fails; the syncs are those of `draw`. */
export async function onStage(
  context: Excel.RequestContext,
  room: Room | null,
  draw: (stage: Stage) => Promise<void>,
): Promise<Stage> {
  const id = newId();
  try {
    const stage = addStage(context, id, room);
    await draw(stage);
    return stage;
  } catch (error) {
    const left = findStage(context, id, room);
    await context.sync();
    if (left.isThere()) {
      left.stage.remove();
      await context.sync();
    }
    throw error;
  }
}

/**
 * Draws on a stage and puts that in place with the last request. Excel does not take a request back that it broke
 * off, so what a failure left is looked at: a stage that is whole is put in place again, without a refinement that was
 * refused; any other is taken away and what was there before is untouched. No sync of its own unless something fails.
 */
export async function buildOnStage(context: Excel.RequestContext, build: StagedBuild): Promise<void> {
  const id = newId();
  try {
    const stage = addStage(context, id, build.room);
    await build.draw(stage);
    stage.markReady();
    build.place(stage, id);
    await context.sync();
  } catch (error) {
    if (!(await waitForFront(context, error))) leaveOutRefused(context, error);
    const isPlaced = await lookedAgain(build.sheet, () => recover(context, build, id), error);
    if (!isPlaced) throw error;
  }
}

/** True where the build stands in its place, false where what was there before does. */
async function recover(context: Excel.RequestContext, build: StagedBuild, id: string): Promise<boolean> {
  const left = findStage(context, id, build.room);
  const signature = build.signature().load('comment');
  enableEvents(context);
  await context.sync();
  const isPlaced = !signature.isNullObject && signature.comment === id;
  // Without a stage the request was done to its end, and only its answer was lost, or it was not begun.
  if (!left.isThere()) return isPlaced;
  const isReady = left.isReady();
  if (isReady) await placeAgain(context, build, left.stage, id);
  else {
    left.stage.remove();
    await context.sync();
  }
  return isReady || isPlaced;
}

/** Once more for each refinement that is refused, and once this workbook is in front again. */
async function placeAgain(
  context: Excel.RequestContext,
  build: StagedBuild,
  stage: Stage,
  signature: string,
): Promise<void> {
  build.place(stage, signature);
  try {
    await context.sync();
  } catch (error) {
    const isAgain = (await waitForFront(context, error)) || leaveOutRefused(context, error);
    if (!isAgain) throw error;
    await placeAgain(context, build, stage, signature);
  }
}

function newId(): string {
  return Math.random().toString(36).slice(2, 10);
}
