import type { ColumnSpan, OutlineLook, Sheet } from '../../model';
import { flag, numberOf } from '../xml/attributes';
import type { SheetFeature } from './feature';
import { ensureChild, removeChild, WORKSHEET_ORDER } from '../xml/order';
import { charactersToPoints, pointsToWidth, widthToPoints } from '../units';
import { xml } from '../xml/xml';
import type { XmlElement } from '../xml/xml';

const STANDARD_CHARACTERS = 8;

interface FileSpan {
  readonly first: number;
  readonly last: number;
  readonly element: XmlElement;
}

function fileSpans(root: XmlElement): FileSpan[] {
  return (root.child('cols')?.elements('col') ?? []).map((element) => ({
    first: numberOf(element, 'min', 1) - 1,
    last: numberOf(element, 'max', 1) - 1,
    element,
  }));
}

const spansOf = (sheet: Sheet): ColumnSpan[] => [...sheet.columns.spans];

const DEEPEST = 7;

function outlineOf(element: XmlElement): OutlineLook {
  const outline = Math.min(numberOf(element, 'outlineLevel', 0), DEEPEST);
  return { ...(outline > 0 && { outline }), ...(flag(element, 'collapsed', false) && { collapsed: true }) };
}

/** Widths, styles, visibility and groups of columns. */
export const columnSpans: SheetFeature = {
  state: spansOf,
  read: ({ sheet, root, styleIds }) => {
    for (const { first, last, element } of fileSpans(root)) {
      const width = widthToPoints(numberOf(element, 'width', NaN));
      const isDefault =
        Number.isNaN(width) || (!flag(element, 'customWidth', false) && width === sheet.columns.defaultWidth);
      sheet.columns.load({
        first,
        last,
        ...(isDefault ? {} : { width }),
        hidden: flag(element, 'hidden', false),
        style: styleIds[numberOf(element, 'style', 0)] ?? 0,
        ...outlineOf(element),
      });
    }
  },
  write: ({ sheet, root, styles }) => {
    const before = fileSpans(root);
    const spans = cutAt(spansOf(sheet), before);
    if (spans.length === 0) {
      removeChild(root, 'cols');
      return;
    }
    const cols = ensureChild(root, 'cols', WORKSHEET_ORDER);
    const elements = spans.map((span) => {
      const former = before.find(({ first, last }) => first <= span.first && span.last <= last)?.element;
      const element = (former?.clone() ?? xml('col')).set('min', span.first + 1).set('max', span.last + 1);
      setWidth(element, span.width ?? sheet.columns.defaultWidth, span.width !== undefined);
      element.set('style', span.style === 0 ? undefined : styles.format(span.style));
      element.set('outlineLevel', span.outline).set('collapsed', span.collapsed);
      return element.set('hidden', span.hidden ? true : undefined);
    });
    cols.children.splice(0, cols.children.length, ...elements);
  },
};

/** Spans cut where those of the file begin and end, so that each has one of them to start from, or none. */
function cutAt(spans: readonly ColumnSpan[], file: readonly FileSpan[]): ColumnSpan[] {
  const starts = [...new Set(file.flatMap(({ first, last }) => [first, last + 1]))].sort((a, b) => a - b);
  return spans.flatMap((span) => {
    const cuts = starts.filter((start) => start > span.first && start <= span.last);
    return [span.first, ...cuts].map((first, index) => ({ ...span, first, last: (cuts[index] ?? span.last + 1) - 1 }));
  });
}

function setWidth(element: XmlElement, points: number, custom: boolean): void {
  const width = element.get('width');
  if (width !== undefined && widthToPoints(Number(width)) === points) return;
  element
    .set('width', pointsToWidth(points))
    .set('customWidth', custom ? true : undefined)
    .set('bestFit', undefined);
}

/** Default height of rows and width of columns, and how deep the groups of both are. */
export const sheetFormat: SheetFeature = {
  state: ({ rows, columns }) => [rows.defaultHeight, columns.defaultWidth, rows.outlineDepth, columns.outlineDepth],
  read: ({ sheet, root }) => {
    const element = root.child('sheetFormatPr');
    if (!element) return;
    sheet.update({
      defaultRowHeight: numberOf(element, 'defaultRowHeight', sheet.rows.defaultHeight),
      defaultColumnWidth: defaultWidth(element),
    });
  },
  write: ({ sheet, root }) => {
    const element = ensureChild(root, 'sheetFormatPr', WORKSHEET_ORDER);
    if (numberOf(element, 'defaultRowHeight', NaN) !== sheet.rows.defaultHeight) {
      element.set('defaultRowHeight', sheet.rows.defaultHeight).set('customHeight', true);
    }
    if (defaultWidth(element) !== sheet.columns.defaultWidth) {
      element.set('defaultColWidth', pointsToWidth(sheet.columns.defaultWidth));
    }
    element.set('outlineLevelRow', sheet.rows.outlineDepth || undefined);
    element.set('outlineLevelCol', sheet.columns.outlineDepth || undefined);
  },
};

function defaultWidth(element: XmlElement): number {
  const width = element.get('defaultColWidth');
  if (width !== undefined) return widthToPoints(Number(width));
  return charactersToPoints(numberOf(element, 'baseColWidth', STANDARD_CHARACTERS));
}
