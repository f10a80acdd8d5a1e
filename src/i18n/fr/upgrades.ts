/** What each migration of a workbook changes, by `MigrationKey`: what a person agrees to. */
export const upgrades = {
  committeeDates:
    'Les séances du comité deviennent plusieurs\u00a0: dans la feuille Paramètres, la ligne «\u00a0Dernier comité\u00a0» s’appelle «\u00a0Séance du comité\u00a0», une ligne par date, et une ligne dit la version du format. Rien d’autre ne change.',
};
