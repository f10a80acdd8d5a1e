/** The columns of the source that have a slicer, from the left. */
export const slicers = ['objective', 'owner', 'covered'] as const;

export type SlicerColumn = (typeof slicers)[number];

/** The same in every language: by them the next build finds its slicers. */
export const slicerNames: Readonly<Record<SlicerColumn, string>> = {
  objective: 'CouvertureObjectif',
  owner: 'CouvertureResponsable',
  covered: 'CouvertureAvecSans',
};

/** Rows left free for them above the PivotTable, 15 points each. */
export const slicerRows = 9;
