/** The words of the ribbon, and of the manifest as Excel shows it: at most 125 characters, 250 for a description or a tip. */
export const commands = {
  name: 'Suivi',
  description:
    'Garde un plan stratégique vivant dans un classeur Excel\u00a0: activités datées, rapport du comité, couverture des actions.',
  group: 'Suivi du plan',
  showPane: 'Ouvrir Suivi',
  showPaneTip:
    'Ouvre le volet\u00a0: ajouter une activité à une action du plan, construire le rapport ou la couverture.',
  buildReport: 'Rapport',
  buildReportTip: 'Construit la feuille Rapport de toute la période, prête à imprimer, et l’affiche.',
  buildCoverage: 'Couverture',
  buildCoverageTip:
    'Construit le tableau croisé qui montre quelles actions ont des activités et lesquelles n’en ont aucune, et l’affiche.',
};
