import { formatNumber, plural } from '../format';

const counted = (count: number, one: string, other: string): string =>
  `${formatNumber('fr', count)} ${plural('fr', count, { one, other })}`;

/** What the coverage sheet says. */
export const coverage = {
  quarter: (p: { year: number; quarter: number }) => `${p.year} T${p.quarter}`,
  onStrategy: '(sur la stratégie)',
  onObjective: '(sur l’objectif)',
  noOwner: '(sans responsable)',
  coverageTitle: 'Couverture du plan',
  coverageBuilt: (p: { period: string; date: string }) => `${p.period}  ·  Établi le ${p.date}`,
  allDates: 'Toutes les dates',
  meaning:
    'Une activité compte une fois, quel que soit le nombre de ses dates, pour l’élément du plan qu’elle sert et pour tous ceux qui sont au-dessus\u00a0; une action sans activité dans la période est comptée 0.',
  liveNote: (p: { date: string }) =>
    `Le suivi, le graphique par stratégie et l’état des actions sans activité se recalculent dès qu’une ligne du tableau des activités s’ajoute, change ou s’en va\u00a0; le reste est du ${p.date}.`,
  uncounted: {
    one: '\u00a0ligne du tableau des activités n’est pas encore comptée\u00a0: reconstruisez la couverture.',
    other: '\u00a0lignes du tableau des activités ne sont pas encore comptées\u00a0: reconstruisez la couverture.',
  },
  byStrategy: 'Actions avec et sans activité, par stratégie',
  covered: 'Avec activité',
  uncovered: 'Sans activité',
  sentence: { before: 'Actions qui ont eu au moins une activité\u00a0: ', between: ' sur ' },
  withShort: 'Avec',
  withoutShort: 'Sans',
  inTime: { month: 'Activités par mois', quarter: 'Activités par trimestre', year: 'Activités par année' },
  datesInTime: { month: 'Dates par mois', quarter: 'Dates par trimestre', year: 'Dates par année' },
  span: { month: 'Mois', quarter: 'Trimestre', year: 'Année' },
  since: (p: { date: string; today: string }) => `Depuis le comité du ${p.date}  ·  État au ${p.today}`,
  sinceFigures: (p: { newlyCovered: number; stillActive: number; silent: number; neverCovered: number }) =>
    [
      counted(p.newlyCovered, 'action nouvellement couverte', 'actions nouvellement couvertes'),
      counted(p.stillActive, 'autre action avec du nouveau', 'autres actions avec du nouveau'),
      `${counted(p.silent, 'action silencieuse', 'actions silencieuses')} depuis`,
      counted(p.neverCovered, 'action toujours sans activité', 'actions toujours sans activité'),
    ].join('\u00a0; ') + '.',
  changes: {
    newlyCovered: '▲ Nouvellement couverte',
    stillActive: '● Du nouveau',
    silent: '◐ Silencieuse depuis',
    neverCovered: '○ Toujours sans activité',
  },
  newCount: 'Nouvelles',
  live: (p: { period: string }) => `Suivi  ·  ${p.period}`,
  itemHead: 'Objectif, stratégie, action',
  activityCount: 'Activités',
  occurrenceCount: 'Dates',
  first: 'Première',
  last: 'Dernière',
  days: 'Jours',
  state: 'État',
  stateNone: '○ Aucune activité',
  stateActive: '● Active',
  stateSilent: '◐ Silencieuse',
  withoutActivity: 'Sans activité dans la période, par échéance',
  late: 'Échéance passée',
  coveredSince: '● Activité ajoutée depuis',
  pivotData: { activities: 'Nombre d’activités', occurrences: 'Nombre de dates' },
  pivotTitle: {
    activities: {
      month: 'Activités par action et par mois',
      quarter: 'Activités par action et par trimestre',
      year: 'Activités par action et par année',
    },
    occurrences: {
      month: 'Dates par action et par mois',
      quarter: 'Dates par action et par trimestre',
      year: 'Dates par action et par année',
    },
  },
  coarse: {
    month: '',
    quarter: 'Les dates couvrent plus de 18 mois\u00a0: les colonnes sont des trimestres.',
    year: 'Les dates couvrent plus de 12 trimestres\u00a0: les colonnes sont des années.',
  },
  slicersNote: 'Dans Excel, les segments ci-dessous filtrent le tableau\u00a0; ailleurs, les flèches de ses en-têtes.',
  slicersRefused:
    'Cet Excel a refusé les segments\u00a0: les filtres au-dessus du tableau et les flèches de ses en-têtes font le même travail.',
  slicers: { objective: 'Objectif', owner: 'Responsable', covered: 'Couverture' },
  pivotAlt: {
    activities: 'Nombre d’activités par action et par mois, trimestre ou année, avec les totaux.',
    occurrences: 'Nombre de dates par action et par mois, trimestre ou année, avec les totaux.',
  },
  pivotRefused: 'Cet Excel a refusé le tableau croisé dynamique\u00a0: ce tableau ordinaire donne les mêmes nombres.',
  total: 'Total',
  work: 'Calcul du suivi (ne pas modifier)',
};
