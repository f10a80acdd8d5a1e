import type { upgrades as fr } from '../fr/upgrades';
import type { Shape } from '../shape';

export const upgrades = {
  committeeDates:
    'Committee meetings become several: on the Settings sheet, the “Last committee” line is called “Committee meeting”, one line for each date, and one line says the format version. Nothing else changes.',
} satisfies Shape<typeof fr>;
