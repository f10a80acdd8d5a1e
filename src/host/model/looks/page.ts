import { HostError } from '../../errors';
import { changeView } from '../cells/edit';
import type { Rect } from '../geometry/rect';
import type { Sheet } from '../sheet';

export interface PageLayout {
  readonly orientation: 'Portrait' | 'Landscape';
  /** Names of Office.js: `Letter`, `A4`… */
  readonly paperSize: string;
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
    readonly header: number;
    readonly footer: number;
  };
  readonly zoom: {
    readonly scale?: number;
    readonly horizontalFitToPages?: number;
    readonly verticalFitToPages?: number;
  };
  readonly centerHorizontally: boolean;
  readonly centerVertically: boolean;
  readonly printGridlines: boolean;
  readonly printHeadings: boolean;
  /** First and last row repeated on each page. */
  readonly titleRows: { readonly first: number; readonly last: number } | null;
  readonly titleColumns: { readonly first: number; readonly last: number } | null;
  readonly printArea: readonly Rect[];
  /** Rows (0-based) above which a page starts. */
  readonly rowBreaks: readonly number[];
  readonly header: { readonly left: string; readonly center: string; readonly right: string };
  readonly footer: { readonly left: string; readonly center: string; readonly right: string };
}

const POINTS_AN_INCH = 72;

/** The page of a new sheet of Excel: portrait, Letter, margins in points. */
export const DEFAULT_PAGE: PageLayout = {
  orientation: 'Portrait',
  paperSize: 'Letter',
  margins: {
    top: 0.75 * POINTS_AN_INCH,
    bottom: 0.75 * POINTS_AN_INCH,
    left: 0.7 * POINTS_AN_INCH,
    right: 0.7 * POINTS_AN_INCH,
    header: 0.3 * POINTS_AN_INCH,
    footer: 0.3 * POINTS_AN_INCH,
  },
  zoom: { scale: 100 },
  centerHorizontally: false,
  centerVertically: false,
  printGridlines: false,
  printHeadings: false,
  titleRows: null,
  titleColumns: null,
  printArea: [],
  rowBreaks: [],
  header: { left: '', center: '', right: '' },
  footer: { left: '', center: '', right: '' },
};

export const MAX_HEADER_TEXT = 255;

/** How a sheet is printed. */
export class Page {
  readonly #sheet: Sheet;

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
  }

  get layout(): PageLayout {
    return this.#sheet.state.pageLayout;
  }

  /** `InvalidArgument` for a header or footer over 255 characters. */
  change(patch: Partial<PageLayout>): void {
    for (const { left, center, right } of [patch.header, patch.footer].filter((part) => part !== undefined)) {
      if (left.length + center.length + right.length > MAX_HEADER_TEXT) {
        throw new HostError('InvalidArgument', 'A header or footer holds at most 255 characters.');
      }
    }
    changeView(this.#sheet, { pageLayout: { ...this.layout, ...patch } });
  }
}
