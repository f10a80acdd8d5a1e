import type { errors as fr } from '../fr/errors';
import type { Shape } from '../shape';

export const errors = {
  readOnly: () => 'This workbook is open read-only. Nothing was changed. Open it for editing, or save a copy.',
  protectedSheet: (p) =>
    `The sheet “${p.sheet}” is protected. Nothing was changed. Remove the protection (Review tab), then try again.`,
  protectedWorkbook: (p) =>
    `The structure of this workbook is protected: Excel lets nobody add or delete the sheet “${p.sheet}”. Nothing was changed. Remove that protection (Review, Protect Workbook), then try again; put it back afterwards: a sheet that is there is rebuilt without removing it.`,
  cellEdit: () =>
    'Excel is waiting for a cell to be finished. Nothing was changed. Press Enter or Esc in the sheet, then try again.',
  missingTable: (p) =>
    `The table “${p.table}” was not found. Nothing was changed. Give the table its name back on the Table Design tab, or open a tracking workbook.`,
  missingColumn: (p) =>
    `The table “${p.table}” has no column “${p.column}”. Nothing was changed. Put the header of that column back.`,
  filteredTable: (p) =>
    `The table “${p.table}” is filtered, and Excel would misplace new rows in it. Nothing was changed. Clear the filter, then try again.`,
  belowTableNotEmpty: (p) =>
    `There is something under the table “${p.table}”, so it cannot grow. Nothing was changed. Move what is below it, then try again.`,
  unknownNo: (p) => `The plan has no number ${p.no}. Nothing was changed. Choose an item of the plan.`,
  notBlank: () => 'This workbook already holds something. Nothing was changed. Make a blank workbook, then try again.',
  numberTaken: (p) =>
    `Somebody has just given the number ${p.no} to another item of the plan. Nothing was changed. Make the preview again, then try again.`,
  numberInUse: (p) => `An activity added since serves item ${p.no}. Nothing was changed. Change its number first.`,
  activityChanged: (p: { title: string }) =>
    `The activity “${p.title}” has changed in the workbook since you opened it. Nothing was changed. Open it again, then try again.`,
  alreadyAdded: (p) =>
    `An earlier try did add “${p.title}”, with other words. Nothing was added again. Edit the activity that is in the workbook; if this is another one, add it again.`,
  changedSince: (p) =>
    `The sheet “${p.sheet}” has changed since. Nothing was changed. Look at it, then try again, or put it right yourself.`,
  cancelled: () => 'You stopped the operation. What was already written was taken back.',
  sheetNotOurs: (p) => `The sheet “${p.sheet}” was not made by Suivi. It was left as it is. Rename it, then try again.`,
  textTooLong: (p) =>
    `The text of “${p.column}” is longer than an Excel cell can hold (${p.limit} characters). Nothing was changed. Shorten it.`,
  badCharacter: (p) =>
    `The text of “${p.column}” holds a character that Excel refuses (${p.character}). Nothing was changed. Type that passage again instead of pasting it.`,
  notFound: (p) =>
    `“${p.what}” is no longer in the workbook. Nothing was changed. Somebody may have moved or deleted it.`,
  notVerified: (p) =>
    `Excel did not confirm the change: the sheet “${p.sheet}” may have been changed, wholly or in part. Look at it before you try again.`,
  tooLarge: () => 'Excel refused this request because it is too large. Nothing was changed. Choose a shorter period.',
  unsupported: (p) =>
    `This version of Excel cannot do that (it takes ${p.api}). Nothing was changed. Update Office, or open the workbook in Excel for the web.`,
  interrupted: () => 'Excel interrupted the operation. Nothing was changed. What you entered is kept here: try again.',
  newerWorkbook: () =>
    'This workbook comes from a newer version of Suivi. Nothing was changed. Open the pane again to get the new version; until then, you can read everything.',
  date1904: () =>
    'This workbook counts days from 1904: Suivi would read and write dates four years off. Nothing was changed. Clear Use 1904 date system (File, Options, Advanced), then check the dates already entered: Excel then shows them four years and a day earlier.',
  notLoaded: () =>
    'A part of Suivi could not be loaded: there is no connection. Nothing was changed, and what you typed is kept here. Restore the connection, then try again.',
  unexpected: () =>
    'Excel answered with an unforeseen error. What you entered is kept here. Try again; if the error comes back, copy the details.',
} satisfies Shape<typeof fr>;
