import type { Point } from '../geometry/rect';

/** How what floats over the cells follows them: moves and stretches, moves only, or neither. */
export type Placement = 'TwoCell' | 'OneCell' | 'Absolute';

/** What a file draws over the cells and the model does not know: a picture, a shape, another kind of chart. */
export interface KeptDrawing {
  /** Opaque to the model. */
  readonly id: string;
  readonly placement: Placement;
  /** The cells of its corners. */
  readonly first: Point;
  readonly last: Point;
}
