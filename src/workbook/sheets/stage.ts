import { enableEvents } from '../run';
import { lookedAgain } from '../settle';

/** Sheets on which a build is made begin so: hidden, and gone when it is over. */
const prefix = '_Suivi ';

/** The name of a sheet's own that says that all has been drawn on the stage. */
const readyName = '_SuiviPret';

/** A build that must not be seen half done. */
export interface StagedBuild {
  /** The sheet that it is for. */
  readonly sheet: string;
  /** Draws on the stage: syncs as it needs, the last actions stay queued. */
  draw(stage: Excel.Worksheet): Promise<void>;
  /**
   * Queues what puts the drawing in its place and signs it: the same again does no harm. The stage goes away
   * afterwards where it still has its name.
   */
  place(stage: Excel.Worksheet, signature: string): void;
  /** Where the signature of a build that was placed stands; null objects are allowed. */
  signature(): Excel.NamedItem;
}

/** The stages that builds cut off have left behind; to be asked before a sync. */
export class Stages {
  readonly #sheets: Excel.WorksheetCollection;

  constructor(readonly context: Excel.RequestContext) {
    this.#sheets = context.workbook.worksheets.load('items/name');
  }

  /** After the sync: queues their end. */
  clear(): void {
    for (const sheet of this.#sheets.items) if (sheet.name.startsWith(prefix)) sheet.delete();
  }
}

/** Draws on a hidden sheet, which is taken away where that fails; the syncs are those of `draw`. */
export async function onStage(
  context: Excel.RequestContext,
  draw: (stage: Excel.Worksheet) => Promise<void>,
): Promise<Excel.Worksheet> {
  const name = `${prefix}${newId()}`;
  try {
    const stage = addStage(context, name);
    await draw(stage);
    return stage;
  } catch (error) {
    const stage = context.workbook.worksheets.getItemOrNullObject(name).load('name');
    await context.sync();
    if (!stage.isNullObject) {
      stage.delete();
      await context.sync();
    }
    throw error;
  }
}

function newId(): string {
  return Math.random().toString(36).slice(2, 10);
}

function addStage({ workbook }: Excel.RequestContext, name: string): Excel.Worksheet {
  const stage = workbook.worksheets.add(name);
  stage.visibility = 'Hidden';
  return stage;
}

/**
 * Draws on a hidden sheet and puts it in place with the last request. Excel does not take a request back that it
 * broke off, so what a failure left is looked at: a stage that is whole is put in place again, any other is taken
 * away and what was there before is untouched. No sync of its own unless something fails.
 */
export async function buildOnStage(context: Excel.RequestContext, build: StagedBuild): Promise<void> {
  const id = newId();
  const name = `${prefix}${id}`;
  try {
    const stage = addStage(context, name);
    await build.draw(stage);
    stage.names.add(readyName, stage.getRange('A1')).visible = false;
    build.place(stage, id);
    await context.sync();
  } catch (error) {
    const isPlaced = await lookedAgain(build.sheet, () => recover(context, build, { name, id }), error);
    if (!isPlaced) throw error;
  }
}

/** True where the build stands in its place, false where what was there before does. */
async function recover(
  context: Excel.RequestContext,
  build: StagedBuild,
  { name, id }: { readonly name: string; readonly id: string },
): Promise<boolean> {
  const stage = context.workbook.worksheets.getItemOrNullObject(name).load('name');
  const ready = stage.names.getItemOrNullObject(readyName).load('name');
  const signature = build.signature().load('comment');
  enableEvents(context);
  await context.sync();
  // Without a stage the request was done to its end, and only its answer was lost, or it was not begun.
  if (stage.isNullObject) return !signature.isNullObject && signature.comment === id;
  if (ready.isNullObject) stage.delete();
  else build.place(stage, id);
  await context.sync();
  return !ready.isNullObject;
}
