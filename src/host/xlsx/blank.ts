import { DEFAULT_FONT, type Style } from '../model';
import { changeFont } from './styles/fonts';
import { MAIN, RELATIONSHIPS } from './xml/namespaces';
import { Package } from './package/package';
import { OFFICE_THEME_PART } from './styles/theme';
import { parseXml, xml } from './xml/xml';
import type { XmlElement } from './xml/xml';

const SHEETML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
export const WORKSHEET_TYPE = `${SHEETML}.worksheet+xml`;
const STYLES_TYPE = `${SHEETML}.styles+xml`;

/** A style sheet with one cell format, whose font is given. */
export function blankStyles(normal?: Style): XmlElement {
  const base = [
    xml('sz', { val: DEFAULT_FONT.size }),
    xml('color', { theme: 1 }),
    xml('name', { val: DEFAULT_FONT.name }),
    xml('family', { val: 2 }),
    xml('scheme', { val: 'minor' }),
  ];
  const font = xml('font', {}, base);
  const zero = { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 };
  const one = (name: string, child: XmlElement): XmlElement => xml(name, { count: 1 }, [child]);
  const pattern = (patternType: string): XmlElement => xml('fill', {}, [xml('patternFill', { patternType })]);
  const edges = ['left', 'right', 'top', 'bottom', 'diagonal'].map((edge) => xml(edge));
  return xml('styleSheet', { xmlns: MAIN }, [
    one('fonts', normal ? changeFont(font, DEFAULT_FONT, normal.font) : font),
    // Excel takes the first two fills for these, whatever they are.
    xml('fills', { count: 2 }, [pattern('none'), pattern('gray125')]),
    one('borders', xml('border', {}, edges)),
    one('cellStyleXfs', xml('xf', zero)),
    one('cellXfs', xml('xf', { ...zero, xfId: 0 })),
    one('cellStyles', xml('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })),
    xml('dxfs', { count: 0 }),
    xml('tableStyles', {
      count: 0,
      defaultTableStyle: 'TableStyleMedium2',
      defaultPivotStyle: 'PivotStyleLight16',
    }),
  ]);
}

/** Adds a style sheet to a workbook that has none. */
export function addStyles(pkg: Package, workbookPart: string, root: XmlElement): string {
  const part = pkg.freeName('xl/styles#.xml').replace('1.xml', '.xml');
  pkg.put(part, root, STYLES_TYPE);
  pkg.relate(workbookPart, 'styles', part);
  return part;
}

/** A sheet without cells. */
export function blankSheet(): XmlElement {
  return xml('worksheet', { xmlns: MAIN, 'xmlns:r': RELATIONSHIPS }, [
    xml('dimension', { ref: 'A1' }),
    xml('sheetViews', {}, [xml('sheetView', { workbookViewId: 0 })]),
    xml('sheetFormatPr', { defaultRowHeight: 15 }),
    xml('sheetData'),
    xml('pageMargins', { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 }),
  ]);
}

export const WORKBOOK_PART = 'xl/workbook.xml';

/** The package of a new workbook, without sheets. */
export function blankPackage(normal: Style): Package {
  const pkg = Package.create();
  const root = xml('workbook', { xmlns: MAIN, 'xmlns:r': RELATIONSHIPS }, [
    xml('workbookPr', { defaultThemeVersion: 166925 }),
    xml('bookViews', {}, [xml('workbookView', { xWindow: 0, yWindow: 0, windowWidth: 28800, windowHeight: 15000 })]),
    xml('sheets'),
    xml('calcPr', { calcId: 191029 }),
  ]);
  pkg.put(WORKBOOK_PART, root, `${SHEETML}.sheet.main+xml`);
  pkg.relate('', 'officeDocument', WORKBOOK_PART);
  const theme = parseXml(OFFICE_THEME_PART, 'theme').root;
  pkg.put('xl/theme/theme1.xml', theme, 'application/vnd.openxmlformats-officedocument.theme+xml');
  pkg.relate(WORKBOOK_PART, 'theme', 'xl/theme/theme1.xml');
  addStyles(pkg, WORKBOOK_PART, blankStyles(normal));
  return pkg;
}
