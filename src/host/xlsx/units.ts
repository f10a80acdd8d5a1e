/**
 * Lengths of the file and of the model. A column's width is counted in digits of the default font, with 5 pixels of
 * padding inside; we take Calibri 11, whose digits are 7 pixels wide at 96 dpi. 8.43 characters are 64 px or 48 pt.
 */
const DIGIT = 7;
const POINTS_PER_PIXEL = 0.75;

/** Width of a column in points, from the `width` of the file. */
export function widthToPoints(width: number): number {
  return Math.trunc(((256 * width + Math.trunc(128 / DIGIT)) / 256) * DIGIT) * POINTS_PER_PIXEL;
}

/** The `width` to write for a column of so many points. */
export function pointsToWidth(points: number): number {
  return Math.trunc((Math.round(points / POINTS_PER_PIXEL) / DIGIT) * 256) / 256;
}

/** Width in points of a column of so many characters, as `baseColWidth` counts them: with padding, on 8 pixels. */
export function charactersToPoints(characters: number): number {
  return Math.ceil((characters * DIGIT + 5) / 8) * 8 * POINTS_PER_PIXEL;
}

const POINTS_PER_INCH = 72;

export const inchesToPoints = (inches: number): number => inches * POINTS_PER_INCH;
/** Rounded so that 0.7 inches come back as 0.7. */
export const pointsToInches = (points: number): number => Math.round((points / POINTS_PER_INCH) * 1e6) / 1e6;
