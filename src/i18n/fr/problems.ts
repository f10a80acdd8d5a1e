import { formatNumber, plural } from '../format';

const counted = (count: number, one: string, other: string): string =>
  `${formatNumber('fr', count)} ${plural('fr', count, { one, other })}`;

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
  renamedTable: (p: { table: string; name: string }) =>
    `Le tableau «\u00a0${p.table}\u00a0» s’appelle maintenant «\u00a0${p.name}\u00a0». Il a été reconnu à ses en-têtes et lu en entier. Redonnez-lui son nom\u00a0: les formules et le tableau croisé s’y fient.`,
  renamedColumn: (p: { header: string; expected: string }) =>
    `La colonne «\u00a0${p.expected}\u00a0» s’appelle ici «\u00a0${p.header}\u00a0». Elle a été reconnue et lue. Vous pouvez garder ce nom ou reprendre celui du modèle.`,
  untidyNo: (p: { text: string; no: string }) =>
    `Le numéro «\u00a0${p.text}\u00a0» a été lu comme ${p.no}, mais Excel les tient pour deux numéros différents quand il trie, filtre ou compte. Inscrivez ${p.no}.`,
  numberAsNo: (p: { text: string }) =>
    `Le numéro «\u00a0${p.text}\u00a0» est un nombre et non un texte\u00a0: Excel ne distingue pas 1.1 de 1.10. Il a été lu tel qu’il est affiché. Inscrivez-le comme texte, après avoir vérifié s’il manque un zéro.`,
  duplicateId: (p: { id: string; title: string }) =>
    `L’activité «\u00a0${p.title}\u00a0» porte l’identifiant d’une autre (${p.id}), sans doute recopié avec sa ligne. Ses dates sont comptées avec celles de l’autre. Donnez-lui un identifiant à elle.`,
  repeatedRow: (p: { title: string; first: string }) =>
    `Cette ligne de l’activité «\u00a0${p.title}\u00a0» est identique à celle qui commence en ${p.first}\u00a0: même identifiant, même date, mêmes textes. Les deux sont gardées et comptées. Supprimez l’une d’elles si elle a été collée deux fois, ou distinguez-les par leur date ou leur note.`,
  blankRows: (p: { table: string; count: number }) =>
    `Le tableau «\u00a0${p.table}\u00a0» finit par ${counted(p.count, 'ligne vide', 'lignes vides')}. Rien n’est perdu, mais les ajouts se font plus bas. Raccourcissez le tableau.`,
  rowsBelow: (p: { table: string; count: number }) =>
    `Sous le tableau «\u00a0${p.table}\u00a0», ${counted(p.count, 'ligne n’en fait pas partie', 'lignes n’en font pas partie')}. Elles ne sont ni lues ni comptées, et le tableau ne peut pas s’allonger. Étendez le tableau jusqu’à elles, ou déplacez-les.`,
  totalsRow: (p: { table: string }) =>
    `Le tableau «\u00a0${p.table}\u00a0» a une ligne de total, sous laquelle rien ne peut s’ajouter. Tout a été lu. Retirez cette ligne (onglet Création de tableau).`,
  formulaInTable: (p: { formula: string }) =>
    `Cette cellule contient une formule (${p.formula}). Sa valeur a été lue, mais elle peut changer d’elle-même, et Excel recopie parfois la formule dans toute la colonne. Gardez la valeur plutôt que la formule.`,
  filteredTable: (p: { table: string }) =>
    `Le tableau «\u00a0${p.table}\u00a0» est filtré. Tout a été lu, mais rien ne peut y être ajouté ni réparé. Effacez le filtre (onglet Données).`,
  hiddenTable: (p: { table: string }) =>
    `Des lignes du tableau «\u00a0${p.table}\u00a0», ou sa feuille, sont masquées. Tout a été lu et compté. Affichez-les si elles ne devaient pas l’être.`,
  farDate: (p: { date: string }) =>
    `La date ${p.date} est loin de la période du plan. Elle a été lue et comptée. Vérifiez l’année.`,
};
