/** The colours of the sheets we build: each text on its ground has a contrast of at least 4.5 to 1. */
export const palette = {
  ink: '#1F2933',
  quiet: '#52606D',
  accent: '#17404F',
  band: '#DCE8EC',
  paper: '#FFFFFF',
  rule: '#C5CFD6',
  /** Something is missing: said in words too, never by colour alone. */
  missing: '#9A3412',
  /** The ground of a line in which something is missing. */
  missingGround: '#FBEDE6',
  /** Something is there. */
  present: '#1B6E53',
  waiting: '#8A5A00',
  /** The part of a bar that is missing: its share, not its words. */
  chartMissing: '#E0A38A',
} as const;

/** One family, metrically the same as Liberation Sans: what is measured here is what LibreOffice and Excel draw. */
export const fontFamily = 'Arial';
