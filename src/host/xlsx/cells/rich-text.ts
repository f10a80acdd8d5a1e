import type { RichRun } from '../../model';
import type { Colors } from '../styles/colors';
import { changeFont, readFontPatch } from '../styles/fonts';
import { xml, xmlString } from '../xml/xml';
import type { XmlElement } from '../xml/xml';
import { decodeXstring, xstringElement } from '../xml/xstring';

/** A string of the file: plain, or with runs of their own fonts. */
export interface FileString {
  readonly text: string;
  readonly rich?: readonly RichRun[];
}

/** Reads `si`, `is` or `text`: phonetic hints are no part of the string. */
export function readString(element: XmlElement, colors: Colors): FileString {
  const runs = element.elements('r');
  if (runs.length === 0) return { text: decodeXstring(element.child('t')?.text() ?? '') };
  const rich = runs.map((run) => {
    const font = readFontPatch(run.child('rPr'), colors);
    const text = decodeXstring(run.child('t')?.text() ?? '');
    return Object.keys(font).length > 0 ? { text, font } : { text };
  });
  return { text: rich.map((run) => run.text).join(''), rich };
}

/** The inside of a string element. */
export function stringContent(text: string, rich: readonly RichRun[] | undefined): string {
  if (!rich || rich.length === 0) return xstringElement('t', text);
  return rich
    .map((run) => {
      const properties =
        run.font && Object.keys(run.font).length > 0 ? xmlString(changeFont(xml('rPr'), {}, run.font, 'rFont')) : '';
      return `<r>${properties}${xstringElement('t', run.text)}</r>`;
    })
    .join('');
}
