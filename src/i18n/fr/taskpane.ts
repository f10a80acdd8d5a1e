import { formatNumber, plural } from '../format';

const count = (n: number, one: string, other: string) =>
  `${formatNumber('fr', n)}\u00a0${plural('fr', n, { one, other })}`;

/** The words of the task pane. */
export const taskpane = {
  name: 'Suivi',
  screens: {
    label: 'Écrans de Suivi',
    add: 'Ajouter',
    report: 'Rapport',
    import: 'Importer',
    plan: 'Plan',
    check: 'Vérifier',
    settings: 'Paramètres',
  },

  loading: 'Lecture du classeur…',
  retry: 'Réessayer',
  details: 'Détails',
  close: 'Fermer',

  unavailable: {
    officeMissing: {
      title: 'Suivi ne peut pas joindre Excel',
      text: 'Le programme de Microsoft qui relie Suivi à Excel (office.js) n’a pas pu être chargé. Vérifiez la connexion à Internet, puis rouvrez le volet.',
    },
    notExcel: {
      title: 'Suivi s’ouvre dans Excel',
      text: 'Cette page est le volet d’un complément d’Excel. Ouvrez un classeur dans Excel, puis choisissez Ouvrir Suivi dans l’onglet Accueil.',
    },
    tooOld: {
      title: 'Cette version d’Excel est trop ancienne',
      text: 'Suivi demande ExcelApi 1.13\u00a0: Office LTSC 2021, Microsoft 365 ou Excel pour le Web. Mettez Office à jour, ou ouvrez ce classeur dans Excel pour le Web. Rien n’a été modifié.',
    },
    crashed: {
      title: 'Le volet s’est arrêté',
      text: 'Une erreur imprévue a arrêté le volet. Ce que vous aviez saisi est gardé. Rechargez le volet\u00a0; si l’erreur revient, copiez les détails.',
    },
    reload: 'Recharger le volet',
  },

  notFetched: {
    title: 'Cette partie de Suivi n’a pas pu être chargée',
    text: 'La connexion manque. Rien n’est perdu\u00a0: ce que vous aviez saisi est gardé. Rétablissez la connexion, puis réessayez.',
  },
  offline: {
    title: 'Hors connexion',
    text: 'Suivi continue\u00a0: ce qu’il fait se passe dans votre classeur et n’a pas besoin du réseau.',
  },
  cellEdit: {
    title: 'Excel attend la fin d’une saisie',
    text: 'Une cellule est en cours de saisie dans la feuille. Appuyez sur Entrée ou sur Échap dans la feuille\u00a0: Suivi continuera de lui-même.',
  },
  stale: 'Le classeur n’a pas pu être relu\u00a0: ce que vous voyez date de la lecture précédente',
  emptyPlan: {
    title: 'Le plan est vide',
    text: 'Inscrivez les objectifs, les stratégies et les actions dans la feuille Plan, une action par ligne. Le volet les lit au fur et à mesure.',
  },
  readOnly: 'Ce classeur est en lecture seule\u00a0: vous pouvez le lire, mais Suivi ne peut rien y écrire.',
  protectedSheets: (p: { sheets: readonly string[] }) =>
    p.sheets.length === 1
      ? `La feuille ${p.sheets.map(quoted).join('')} est protégée\u00a0: retirez la protection (onglet Révision) pour y écrire.`
      : `Les feuilles ${list(p.sheets.map(quoted))} sont protégées\u00a0: retirez la protection (onglet Révision) pour y écrire.`,

  problems: {
    summary: (p: { count: number }) => `${count(p.count, 'problème', 'problèmes')} dans le classeur`,
    more: (p: { count: number }) => `et ${count(p.count, 'autre', 'autres')}`,
    severity: { error: 'Erreur', warning: 'Avertissement', info: 'À savoir' },
    goTo: (p: { place: string }) => `Aller à ${p.place}`,
    workbook: 'Classeur',
    line: (p: { line: number }) => `ligne ${p.line}`,
  },

  picker: {
    label: 'Action du plan',
    placeholder: 'Numéro ou mots, comme «\u00a01.2\u00a0»',
    open: 'Montrer le plan',
    listLabel: 'Éléments du plan',
    none: 'Rien dans le plan ne correspond.',
    more: (p: { count: number }) =>
      `${count(p.count, 'autre élément', 'autres éléments')}\u00a0: précisez la recherche.`,
    found: (p: { count: number }) => count(p.count, 'élément trouvé', 'éléments trouvés'),
    activities: (p: { count: number }) => (p.count === 0 ? 'Aucune activité' : count(p.count, 'activité', 'activités')),
    last: (p: { date: string }) => `la dernière le ${p.date}`,
    under: (p: { text: string }) => `Stratégie\u00a0: ${p.text}`,
    recent: 'Récent',
    gone: (p: { no: string }) => `Le numéro ${p.no} n’est plus dans le plan.`,
  },

  add: {
    dates: 'Dates',
    datesPlaceholder: '2 juin et 8 septembre 2021',
    reading: 'Dates lues',
    inferred: 'année déduite',
    unread: (p: { text: string }) =>
      `«\u00a0${p.text}\u00a0» n’est pas une date. Inscrivez le jour, le mois et l’année, et le reste dans Précisions.`,
    notes: 'Notes par date',
    noteOf: (p: { date: string }) => `Note du ${p.date}`,
    calendar: 'Choisir une date dans un calendrier',
    calendarKeys: 'Alt+↓ ouvre un calendrier.',
    title: 'Titre',
    titlePlaceholder: 'Rencontre, formation, entrevue…',
    details: 'Précisions',
    participants: 'Avec',
    participantsPlaceholder: 'Noms séparés par des points-virgules',
    more: 'Type, lien et auteur',
    kind: 'Type',
    kindPlaceholder: 'Rencontre, formation…',
    link: 'Lien',
    linkPlaceholder: 'https://…',
    author: 'Saisie par',
    submit: 'Ajouter l’activité',
    submitKeys: 'Ctrl+Entrée',
    submitting: 'Enregistrement…',
    clear: 'Vider',
    restored: 'Brouillon repris là où vous l’aviez laissé.',
    notKept:
      'Le navigateur ne garde pas de brouillon ici\u00a0: ce qui n’est pas ajouté sera perdu à la fermeture du volet.',
    blockRead: 'Bloc collé\u00a0: vérifiez ce qui a été mis dans chaque champ.',
    recent: 'Activités récentes',
    rowSelected: (p: { title: string }) => `Ligne choisie\u00a0: «\u00a0${p.title}\u00a0»`,
    edit: 'Modifier cette activité',
    issues: {
      planNo: 'Choisissez l’élément du plan que l’activité sert.',
      goneNo: 'Cet élément n’est plus dans le plan. Choisissez-en un autre.',
      dates: 'Inscrivez au moins une date.',
      title: 'Donnez un titre à l’activité.',
      link: 'Inscrivez une adresse qui commence par https://, http:// ou mailto:.',
    },
  },

  added: {
    title: 'Enregistré et vérifié',
    where: (p: { title: string; sheet: string; address: string }) =>
      `«\u00a0${p.title}\u00a0»\u00a0: ${p.sheet}, ${p.address}`,
    goTo: 'Voir dans la feuille',
    undo: 'Annuler',
    undoing: 'Annulation…',
    undone: (p: { title: string }) => `L’ajout de «\u00a0${p.title}\u00a0» a été annulé.`,
    putBack: 'Reprendre la saisie',
  },

  failed: {
    add: 'L’activité n’a pas été ajoutée',
    undo: 'L’ajout n’a pas été annulé',
    read: 'Le classeur n’a pas pu être lu',
    create: 'Le classeur de suivi n’a pas été créé',
    report: 'Le rapport n’a pas été construit',
    coverage: 'La couverture n’a pas été construite',
    go: 'La feuille n’a pas pu être montrée',
  },
};

function quoted(text: string): string {
  return `«\u00a0${text}\u00a0»`;
}

function list(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} et ${texts.at(-1) ?? ''}`;
}
