import type { importing as fr } from '../fr/import';
import type { Shape } from '../shape';
import { dates } from './dates';

export const importing = {
  problems: {
    notAPlan: () => 'No plan and no activity were found in this document. Nothing was created.',
    unreadableDate: (p) => `${dates.problems[p.reason]({ text: p.text })} The activity “${p.title}” is kept.`,
    doubtfulDate: (p) => `“${p.text}” (${p.title}): ${dates.doubts[p.doubt]} The date is kept. Confirm it.`,
    inferredYear: (p) =>
      `“${p.text}” (${p.title}): the year is not written; ${p.year} comes from the dates beside it. Confirm it.`,
    missingDate: (p) => `The activity “${p.title}” has no date. It is kept. Enter its date.`,
    missingTitle: (p) => `“${p.text}” has no title. The activity is kept. Enter its title.`,
    rowAction: (p) => `“${p.title}” is on the row of action ${p.no}, perhaps by chance. Confirm the action.`,
    severalActions: (p) =>
      `“${p.title}” is beside several actions (${p.candidates}). It is filed under ${p.no}. Choose the action.`,
    noAction: (p) =>
      `“${p.title}” has no action on its row. It is filed under ${p.no}. The action above is ${p.suggested}: choose.`,
    noPlanItem: (p) =>
      `“${p.title}” belongs to nothing in this document. It is kept without a number. Choose what it serves.`,
    missingObjective: (p) =>
      `The document names no objective above these strategies. Objective ${p.no} was made for them. Correct its title.`,
    missingStrategy: (p) =>
      `The document names no strategy above these actions. Strategy ${p.no} has the title of the objective. Correct it if need be.`,
    takenNo: (p) =>
      `The number ${p.written} is written twice. The second item has the number ${p.no}. Correct it if need be.`,
    similarTitles: (p) => `Two activities have the same title: “${p.title}”. Both are kept.`,
    unplacedText: (p) => `This text is neither of the plan nor of an activity: “${p.text}”. It is not imported.`,
  },
  refusals: {
    empty: 'This document holds no text. Nothing was read.',
    imageOnly:
      'This document is only a picture: there is no text to read. Copy the text of the original document, then try again.',
    tooLarge: 'This document is too large to be read. Nothing was read. Bring it in parts.',
    tooDeep: 'This document has too many tables within one another. Nothing was read. Copy only the table of the plan.',
    encrypted: 'This file is protected by a password. Nothing was read. Remove the password, then try again.',
    legacyWord: 'This file is in the .doc format. Nothing was read. Save it as .docx in Word, then try again.',
    legacyExcel: 'This file is in the .xls format. Nothing was read. Save it as .xlsx in Excel, then try again.',
    pdf: 'This file is a PDF. Nothing was read. Open it in Word or copy its text, then try again.',
    rtf: 'This file is in the .rtf format. Nothing was read. Save it as .docx in Word, then try again.',
    openDocument:
      'This file is in an OpenDocument format. Nothing was read. Save it as .docx or .xlsx, then try again.',
    damaged: 'This file is damaged and cannot be read. Open it in Word or Excel, which may repair it, then save it.',
    unpacksTooLarge: 'This file would unpack beyond what is allowed. It was not opened. Check where it comes from.',
    unknownFormat:
      'This file is neither a text, nor a page, nor a Word or Excel document. Nothing was read. Choose another file.',
  },
  outline: {
    untitledObjective: 'Objective to be named',
  },
  summary: (p) => `Activities to add: ${p.added}; different: ${p.changed}; not in the document: ${p.missing}.`,
  keptActivity: (p) =>
    `“${p.title}” is not the same in the workbook and in the document. The one of the workbook is kept.`,
  keptItem: (p) => `${p.no}: the document writes “${p.text}”. The text of the workbook is kept.`,
} satisfies Shape<typeof fr>;
