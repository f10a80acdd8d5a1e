import type { PageLayout } from '../types';

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
