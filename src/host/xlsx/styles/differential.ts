import type { BorderEdge, StylePatch } from '../../model';
import { argb } from './colors';
import type { Colors } from './colors';
import { readBorders } from '../cells/format';
import { changeFont, readFontPatch } from './fonts';
import { xml } from '../xml/xml';
import type { XmlElement } from '../xml/xml';

/** What a differential format (`dxf`) changes. Its solid fills stand in the background colour, unlike a cell's. */
export function readDifferential(element: XmlElement, colors: Colors): StylePatch {
  const font = readFontPatch(element.child('font'), colors);
  const pattern = element.child('fill')?.child('patternFill');
  const fill = colors.resolve(pattern?.child('bgColor')) ?? colors.resolve(pattern?.child('fgColor'));
  const borders = readBorders(element.child('border'), colors);
  const numberFormat = element.child('numFmt')?.get('formatCode');
  return {
    ...(Object.keys(font).length > 0 ? { font } : {}),
    ...(fill === undefined ? {} : { fill }),
    ...(Object.keys(borders).length > 0 ? { borders } : {}),
    ...(numberFormat === undefined ? {} : { numberFormat }),
  };
}

const EDGES: readonly BorderEdge[] = ['left', 'right', 'top', 'bottom'];

/** A differential format of a patch; `formatId` numbers its number format. */
export function makeDifferential(patch: StylePatch, formatId: (code: string) => number): XmlElement {
  const { font, fill, borders, numberFormat } = patch;
  return xml('dxf', {}, [
    font && changeFont(xml('font'), {}, font),
    numberFormat === undefined ? null : xml('numFmt', { numFmtId: formatId(numberFormat), formatCode: numberFormat }),
    fill === undefined || fill === null
      ? null
      : xml('fill', {}, [xml('patternFill', {}, [xml('bgColor', { rgb: argb(fill) })])]),
    borders &&
      xml(
        'border',
        {},
        EDGES.map((edge) => {
          const line = borders[edge];
          return line ? xml(edge, { style: line.line }, [xml('color', { rgb: argb(line.color) })]) : null;
        }),
      ),
  ]);
}
