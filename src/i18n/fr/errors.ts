/** What went wrong in the workbook, by `WorkbookErrorCode`: what happened, what was kept, what to do. */
export const errors = {
  readOnly: () =>
    'Ce classeur est ouvert en lecture seule. Rien n’a été modifié. Ouvrez-le en modification, ou enregistrez-en une copie.',
  protectedSheet: (p: { sheet: string }) =>
    `La feuille «\u00a0${p.sheet}\u00a0» est protégée. Rien n’a été modifié. Retirez la protection (onglet Révision), puis recommencez.`,
  protectedWorkbook: (p: { sheet: string }) =>
    `La structure de ce classeur est protégée\u00a0: Excel n’y laisse ni ajouter ni supprimer la feuille «\u00a0${p.sheet}\u00a0». Rien n’a été modifié. Retirez cette protection (Révision, Protéger le classeur), puis recommencez\u00a0; remettez-la ensuite\u00a0: une feuille qui est là se refait sans la retirer.`,
  cellEdit: () =>
    'Excel attend la fin de la saisie dans une cellule. Rien n’a été modifié. Appuyez sur Entrée ou sur Échap dans la feuille, puis recommencez.',
  missingTable: (p: { table: string }) =>
    `Le tableau «\u00a0${p.table}\u00a0» est introuvable. Rien n’a été modifié. Rétablissez son nom dans l’onglet Création de tableau, ou ouvrez un classeur de suivi.`,
  missingColumn: (p: { table: string; column: string }) =>
    `Le tableau «\u00a0${p.table}\u00a0» n’a pas de colonne «\u00a0${p.column}\u00a0». Rien n’a été modifié. Rétablissez l’en-tête de cette colonne.`,
  filteredTable: (p: { table: string }) =>
    `Le tableau «\u00a0${p.table}\u00a0» est filtré, et Excel y placerait mal les nouvelles lignes. Rien n’a été modifié. Effacez le filtre, puis recommencez.`,
  belowTableNotEmpty: (p: { table: string }) =>
    `Il y a quelque chose sous le tableau «\u00a0${p.table}\u00a0», qui ne peut donc pas s’allonger. Rien n’a été modifié. Déplacez ce qui est dessous, puis recommencez.`,
  unknownNo: (p: { no: string }) =>
    `Le plan n’a pas de numéro ${p.no}. Rien n’a été modifié. Choisissez un élément du plan.`,
  notBlank: () =>
    'Ce classeur contient déjà quelque chose. Rien n’a été modifié. Créez un classeur vide, puis recommencez.',
  numberTaken: (p: { no: string }) =>
    `Quelqu’un vient de donner le numéro ${p.no} à un autre élément du plan. Rien n’a été modifié. Refaites l’aperçu, puis recommencez.`,
  numberInUse: (p: { no: string }) =>
    `Une activité ajoutée depuis sert l’élément ${p.no}. Rien n’a été modifié. Changez d’abord son numéro.`,
  activityChanged: (p: { title: string }) =>
    `L’activité «\u00a0${p.title}\u00a0» a changé dans le classeur depuis que vous l’avez ouverte. Rien n’a été modifié. Ouvrez-la de nouveau, puis recommencez.`,
  alreadyAdded: (p: { title: string }) =>
    `Un premier essai avait bien ajouté «\u00a0${p.title}\u00a0», avec d’autres mots. Rien n’a été ajouté de nouveau. Modifiez l’activité qui est dans le classeur\u00a0; si celle-ci en est une autre, ajoutez-la de nouveau.`,
  changedSince: (p: { sheet: string }) =>
    `La feuille «\u00a0${p.sheet}\u00a0» a changé depuis. Rien n’a été modifié. Regardez-la, puis recommencez, ou corrigez-la vous-même.`,
  cancelled: () => 'Vous avez interrompu l’opération. Ce qui était déjà écrit a été retiré.',
  sheetNotOurs: (p: { sheet: string }) =>
    `La feuille «\u00a0${p.sheet}\u00a0» n’a pas été faite par Suivi. Elle a été laissée telle quelle. Renommez-la, puis recommencez.`,
  textTooLong: (p: { column: string; limit: number }) =>
    `Le texte de «\u00a0${p.column}\u00a0» dépasse ce qu’une cellule d’Excel peut contenir (${p.limit} caractères). Rien n’a été modifié. Raccourcissez-le.`,
  badCharacter: (p: { column: string; character: string }) =>
    `Le texte de «\u00a0${p.column}\u00a0» contient un caractère qu’Excel refuse (${p.character}). Rien n’a été modifié. Tapez ce passage de nouveau au lieu de le coller.`,
  notFound: (p: { what: string }) =>
    `«\u00a0${p.what}\u00a0» n’est plus dans le classeur. Rien n’a été modifié. Quelqu’un l’a peut-être déplacé ou supprimé.`,
  notVerified: (p: { sheet: string }) =>
    `Excel n’a pas confirmé l’enregistrement\u00a0: la feuille «\u00a0${p.sheet}\u00a0» a peut-être été modifiée, en tout ou en partie. Regardez-la avant de recommencer.`,
  tooLarge: () =>
    'Excel a refusé cette demande parce qu’elle est trop grosse. Rien n’a été modifié. Choisissez une période plus courte.',
  unsupported: (p: { api: string }) =>
    `Cette version d’Excel ne sait pas faire cela (il faut ${p.api}). Rien n’a été modifié. Mettez Office à jour, ou ouvrez le classeur dans Excel pour le Web.`,
  interrupted: () =>
    'Excel a interrompu l’opération. Rien n’a été modifié. Ce que vous avez saisi est gardé ici\u00a0: recommencez.',
  newerWorkbook: () =>
    'Ce classeur vient d’une version plus récente de Suivi. Rien n’a été modifié. Rouvrez le volet pour obtenir la nouvelle version\u00a0; d’ici là, vous pouvez tout lire.',
  date1904: () =>
    'Ce classeur compte les jours depuis 1904\u00a0: Suivi y lirait et y écrirait des dates décalées de quatre ans. Rien n’a été modifié. Décochez «\u00a0Utiliser le calendrier depuis 1904\u00a0» (Fichier, Options, Options avancées), puis vérifiez les dates déjà saisies\u00a0: Excel les montre alors quatre ans et un jour plus tôt.',
  notLoaded: () =>
    'Une partie de Suivi n’a pas pu être chargée\u00a0: la connexion manque. Rien n’a été modifié, et ce que vous avez saisi est gardé ici. Rétablissez la connexion, puis recommencez.',
  unexpected: () =>
    'Excel a répondu par une erreur imprévue. Ce que vous avez saisi est gardé ici. Recommencez\u00a0; si l’erreur revient, copiez les détails.',
};
