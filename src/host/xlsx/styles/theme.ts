/** Colours and fonts that Excel gave new workbooks from 2013 on; the effects are the plainest that it accepts. */
const COLORS =
  'dk1:sysClr:windowText:000000 lt1:sysClr:window:FFFFFF dk2::44546A lt2::E7E6E6 accent1::4472C4 accent2::ED7D31 ' +
  'accent3::A5A5A5 accent4::FFC000 accent5::5B9BD5 accent6::70AD47 hlink::0563C1 folHlink::954F72';

function colorElement(entry: string): string {
  const [name, kind, ...rest] = entry.split(':') as [string, string, ...string[]];
  const color =
    kind === 'sysClr' ? `<a:sysClr val="${rest[0]!}" lastClr="${rest[1]!}"/>` : `<a:srgbClr val="${rest[0]!}"/>`;
  return `<a:${name}>${color}</a:${name}>`;
}

const font = (tag: string, face: string): string =>
  `<a:${tag}><a:latin typeface="${face}"/><a:ea typeface=""/><a:cs typeface=""/></a:${tag}>`;
const FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const line = (width: number): string => `<a:ln w="${width}">${FILL}</a:ln>`;
const EFFECT = '<a:effectStyle><a:effectLst/></a:effectStyle>';

export const OFFICE_THEME_PART =
  '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"><a:themeElements>' +
  `<a:clrScheme name="Office">${COLORS.split(' ').map(colorElement).join('')}</a:clrScheme>` +
  `<a:fontScheme name="Office">${font('majorFont', 'Calibri Light')}${font('minorFont', 'Calibri')}</a:fontScheme>` +
  `<a:fmtScheme name="Office"><a:fillStyleLst>${FILL.repeat(3)}</a:fillStyleLst>` +
  `<a:lnStyleLst>${[6350, 12700, 19050].map(line).join('')}</a:lnStyleLst>` +
  `<a:effectStyleLst>${EFFECT.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${FILL.repeat(3)}</a:bgFillStyleLst>` +
  '</a:fmtScheme></a:themeElements></a:theme>';
