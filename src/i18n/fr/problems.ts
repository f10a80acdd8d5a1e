/**
 * The words for each `ProblemCode`: what happened, what was kept, what to do. The place (sheet, cell)
 * is shown beside the sentence, so it is not said again here.
 */
export const problems = {
  missingTable: (p: { table: string }) =>
    `Le tableau «\u00a0${p.table}\u00a0» est introuvable. Rien n’a été modifié. Rétablissez son nom dans l’onglet Création de tableau, ou ouvrez un classeur de suivi.`,
  missingColumn: (p: { table: string; column: string }) =>
    `Le tableau «\u00a0${p.table}\u00a0» n’a pas de colonne «\u00a0${p.column}\u00a0». Le reste du tableau a été lu. Rétablissez l’en-tête de cette colonne.`,
  duplicateColumn: (p: { table: string; column: string }) =>
    `Le tableau «\u00a0${p.table}\u00a0» a plus d’une colonne «\u00a0${p.column}\u00a0». La première a été lue. Renommez l’autre.`,
  missingNo: (p: { text: string }) =>
    `Cette ligne du plan n’a pas de numéro\u00a0: «\u00a0${p.text}\u00a0». Elle n’a pas été placée dans le plan. Inscrivez son numéro dans la colonne No.`,
  duplicateNo: (p: { no: string }) =>
    `Le numéro ${p.no} est inscrit plus d’une fois. La première ligne a été gardée. Donnez un autre numéro à celle-ci.`,
  unknownNo: (p: { no: string }) =>
    `Le plan n’a pas de numéro ${p.no}. L’activité est gardée, mais n’est comptée nulle part. Corrigez son numéro dans la colonne No plan.`,
  noWithoutPlace: (p: { no: string }) =>
    `Le numéro ${p.no} ne va pas avec ce que la ligne contient (1 pour un objectif, 1.1 pour une stratégie, 1.1.1 pour une action). La ligne n’a pas été placée dans le plan. Corrigez son numéro ou remplissez les colonnes qui manquent.`,
  differentTitle: (p: { no: string; kept: string; title: string }) =>
    `Le numéro ${p.no} porte deux titres\u00a0: «\u00a0${p.kept}\u00a0» et «\u00a0${p.title}\u00a0». Le premier a été gardé. Accordez-les, ou corrigez le numéro de cette ligne.`,
  missingDate: (p: { title: string }) =>
    `L’activité «\u00a0${p.title}\u00a0» n’a pas de date. Elle est gardée, mais n’est comptée dans aucune période. Inscrivez sa date.`,
  textDate: (p: { text: string }) =>
    `La date «\u00a0${p.text}\u00a0» est un texte et non une date d’Excel. Elle a été lue, mais Excel ne peut pas la trier. Inscrivez-la de nouveau comme date.`,
  unreadableDate: (p: { text: string }) =>
    `La date «\u00a0${p.text}\u00a0» n’a pas pu être lue. L’activité est gardée sans cette date. Inscrivez le jour, le mois et l’année.`,
  endBeforeStart: (p: { start: string; end: string }) =>
    `La fin (${p.end}) vient avant le début (${p.start}). Seul le début a été gardé. Corrigez l’une des deux dates.`,
  missingTitle: (p: { id: string }) =>
    `L’activité ${p.id} n’a pas de titre. Elle est gardée et comptée. Inscrivez son titre dans la colonne Activité.`,
  missingId: (p: { title: string }) =>
    `L’activité «\u00a0${p.title}\u00a0» n’a pas d’identifiant. Elle est gardée et comptée comme une activité à part. Lancez la vérification pour lui en donner un.`,
  splitActivity: (p: { id: string; column: string }) =>
    `Les lignes de l’activité ${p.id} ne disent pas la même chose dans la colonne «\u00a0${p.column}\u00a0». Ce que dit la première a été gardé. Accordez les lignes, ou donnez un autre identifiant à celle-ci.`,
  errorValue: (p: { value: string }) =>
    `Cette cellule contient une erreur d’Excel (${p.value}). Elle a été lue comme vide. Corrigez-la.`,
  unsafeLink: (p: { link: string }) =>
    `Le lien «\u00a0${p.link}\u00a0» n’est ni une adresse Web ni une adresse de courriel. Son texte est gardé, mais n’est pas cliquable. Inscrivez une adresse qui commence par https:// ou mailto:.`,
};
