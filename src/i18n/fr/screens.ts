import { formatNumber, plural } from '../format';

const count = (n: number, one: string, other: string) =>
  `${formatNumber('fr', n)}\u00a0${plural('fr', n, { one, other })}`;

/** The words of the pane's screens that are loaded when they are first shown. */
export const screens = {
  edit: {
    heading: 'Modifier l’activité',
    save: 'Enregistrer',
    saving: 'Enregistrement…',
    remove: 'Supprimer',
    removing: 'Suppression…',
    back: 'Revenir',
    unchanged: 'Rien n’est changé pour l’instant.',
    saved: 'Modification enregistrée et vérifiée',
    removed: (p: { title: string }) => `«\u00a0${p.title}\u00a0» a été supprimée du classeur.`,
    where: (p: { title: string; sheet: string; address: string }) =>
      `«\u00a0${p.title}\u00a0»\u00a0: ${p.sheet}, ${p.address}`,
    goTo: 'Voir dans la feuille',
    undo: 'Annuler',
    undoing: 'Annulation…',
    undone: (p: { title: string }) => `«\u00a0${p.title}\u00a0» est revenue comme avant.`,
    failed: {
      save: 'L’activité n’a pas été modifiée',
      remove: 'L’activité n’a pas été supprimée',
      undo: 'L’opération n’a pas été annulée',
    },
    noRecent: 'Aucune activité pour l’instant.',
    editOne: (p: { title: string }) => `Modifier «\u00a0${p.title}\u00a0»`,
  },

  plan: {
    search: 'Chercher dans le plan',
    searchPlaceholder: 'Numéro ou mots',
    show: 'Montrer',
    which: {
      all: 'Tout le plan',
      uncovered: 'Sans activité',
      silent: 'Silencieux',
    },
    days: 'Jours sans activité',
    from: 'Comptés à partir',
    fromToday: 'd’aujourd’hui',
    fromCommittee: (p: { date: string }) => `du comité du ${p.date}`,
    owner: 'Responsable',
    anyOwner: 'Responsables',
    found: (p: { count: number; total: number }) =>
      p.count === p.total
        ? `${count(p.total, 'élément', 'éléments')} dans le plan`
        : `${formatNumber('fr', p.count)} sur ${count(p.total, 'élément', 'éléments')}`,
    none: 'Rien dans le plan ne correspond à ces filtres.',
    clear: 'Effacer les filtres',
    tree: 'Plan',
    activities: (p: { count: number }) => (p.count === 0 ? 'Aucune activité' : count(p.count, 'activité', 'activités')),
    covered: (p: { covered: number; total: number }) =>
      `${formatNumber('fr', p.covered)} sur ${count(p.total, 'action', 'actions')} avec activité`,
    last: (p: { date: string }) => `dernière le ${p.date}`,
    silentFor: (p: { days: number }) => `il y a ${count(p.days, 'jour', 'jours')}`,
    toCome: 'à venir',
    goTo: 'Voir la ligne',
    notShown: 'La ligne n’a pas pu être montrée',
    add: 'Ajouter une activité',
    uncounted: (p: { count: number }) =>
      `${count(p.count, 'activité ne compte', 'activités ne comptent')} pour aucun élément du plan.`,
  },

  settings: {
    intro: 'Ces réglages sont dans la feuille Paramètres du classeur\u00a0: tous ceux qui l’ouvrent les partagent.',
    organisation: 'Organisation',
    title: 'Titre du rapport',
    strategyPeriod: 'Période des stratégies',
    actionPeriod: 'Période des actions',
    periodPlaceholder: '2020-2023',
    language: 'Langue du rapport',
    languages: { 'fr-CA': 'Français', 'en-CA': 'Anglais' },
    lastCommittee: 'Dernier comité',
    lastCommitteeHint: 'Le rapport et le plan peuvent compter à partir de ce jour.',
    pane: 'Ce volet',
    paneLanguage: 'Langue du volet',
    paneLanguageHint: 'Pour vous seulement, dans tous les classeurs\u00a0; changée aussitôt.',
    sameAsExcel: 'Celle d’Excel',
    paneLanguages: { fr: 'Français', en: 'English' },
    badDate: 'Cette date ne se lit pas.',
    save: 'Enregistrer',
    saving: 'Enregistrement…',
    reset: 'Rétablir',
    unchanged: 'Rien n’est changé pour l’instant.',
    saved: 'Paramètres enregistrés et vérifiés',
    undo: 'Annuler',
    undoing: 'Annulation…',
    undone: 'Les paramètres sont revenus comme avant.',
    changedElsewhere:
      'Quelqu’un a changé les paramètres pendant que vous les modifiiez. «\u00a0Rétablir\u00a0» les relit.',
    failed: { save: 'Les paramètres n’ont pas été enregistrés', undo: 'Les paramètres n’ont pas été rétablis' },
  },

  check: {
    title: 'Problèmes du classeur',
    none: 'Aucun problème dans le classeur.',
    noneText: 'Tout ce qui y est inscrit se lit, se date et se rattache au plan.',
    counts: (p: { count: number }) => count(p.count, 'problème', 'problèmes'),
    severities: {
      error: (p: { count: number }) => `${count(p.count, 'erreur', 'erreurs')}\u00a0: à corriger`,
      warning: (p: { count: number }) => `${count(p.count, 'avertissement', 'avertissements')}\u00a0: à revoir`,
      info: (p: { count: number }) => `${count(p.count, 'remarque', 'remarques')}\u00a0: à savoir`,
    },
    meaning: {
      error: 'Quelque chose n’est pas compté ou n’a pas de place dans le plan.',
      warning: 'Gardé et compté, mais à mettre au point.',
      info: 'Sans conséquence pour le suivi.',
    },
    more: (p: { count: number }) => `Montrer ${count(p.count, 'autre', 'autres')}`,
    again: 'Vérifier de nouveau',
    checking: 'Vérification…',
    export: 'Liste à copier',
    exportHint:
      'Une ligne par problème, à coller dans un courriel ou dans une feuille\u00a0: gravité, place, explication.',
    copy: 'Copier la liste',
    copied: 'Liste copiée.',
    notCopied: 'Le navigateur refuse de copier\u00a0: la liste est sélectionnée, appuyez sur Ctrl+C.',
  },

  report: {
    period: 'Période',
    periods: {
      whole: 'Tout',
      year: (p: { year: string }) => `L’année ${p.year}`,
      committee: (p: { date: string }) => `Depuis le comité du ${p.date}`,
      committeeUnknown: 'Depuis le dernier comité (date à inscrire dans Paramètres)',
      between: 'Du… au…',
    },
    from: 'Du',
    to: 'Au',
    periodProblems: {
      noCommittee: 'La date du dernier comité n’est pas inscrite dans la feuille Paramètres.',
      unreadable: 'Une des deux dates ne se lit pas.',
      reversed: 'La fin vient avant le début.',
    },
    language: 'Langue du rapport',
    languages: { fr: 'Français', en: 'Anglais' },
    onlyUncovered: 'Seulement les actions sans activité',
    onlyUncoveredHint: 'Pour le rapport\u00a0; la couverture montre toujours tout.',
    arrangement: 'Disposition du rapport',
    order: 'Ordre',
    orders: { plan: 'Selon le plan', date: 'Selon le plan, par date', news: 'Les nouveautés, puis les silences' },
    objective: 'Objectif',
    allObjectives: 'Tous les objectifs',
    layout: 'Colonnes',
    layouts: { columns: 'Quatre\u00a0: dates à part', compact: 'Trois\u00a0: comme dans Word' },
    dateList: 'Ajouter la liste de toutes les activités par date',
    counting: 'Disposition de la couverture',
    measure: 'Compter',
    measures: { activities: 'Les activités', occurrences: 'Les dates d’activité' },
    across: 'Par',
    acrosses: { auto: 'Mois, ou trimestres si la période est longue', months: 'Mois', quarters: 'Trimestres' },
    buildBoth: 'Rapport et couverture',
    buildReport: 'Rapport seul',
    buildCoverage: 'Couverture seule',
    progress: {
      reading: 'Lecture du classeur…',
      report: 'Construction du rapport…',
      coverage: 'Construction de la couverture…',
    },
    progressLabel: 'Avancement',
    rows: (p: { done: number; total: number }) =>
      `${formatNumber('fr', p.done)} sur ${count(p.total, 'ligne', 'lignes')}`,
    cancel: 'Interrompre',
    cancelling: 'Interruption…',
    cancelled: 'Construction interrompue',
    kept: {
      reading: 'Rien n’a été construit\u00a0: les feuilles sont restées comme avant.',
      report: 'S’il y avait déjà un rapport, il est entier, tel qu’il était.',
      coverage: 'S’il y avait déjà une couverture, elle est entière, telle qu’elle était.',
    },
    built: {
      report: 'Le rapport est prêt.',
      coverage: 'La couverture est prête.',
      noPivot: 'Excel a refusé le tableau croisé\u00a0: la couverture est donnée en tableau ordinaire.',
      goTo: (p: { sheet: string }) => `Voir la feuille ${p.sheet}`,
    },
  },

  setUp: {
    blank: {
      title: 'Ce classeur est vide',
      text: 'Suivi peut en faire un classeur de suivi\u00a0: les feuilles Plan, Activités et Paramètres. Par quoi voulez-vous commencer\u00a0?',
    },
    foreign: {
      title: 'Ce classeur n’est pas un classeur de suivi',
      text: 'Suivi n’y a rien changé. Si vous le voulez, il ajoute ses feuilles à côté des vôtres, qui restent telles quelles\u00a0; sinon, ouvrez un classeur de suivi.',
    },
    choices: {
      document: {
        text: 'Mon document',
        hint: 'Un plan dans Word, dans un fichier ou dans une feuille\u00a0: vous voyez tout avant que rien ne soit écrit.',
      },
      example: { text: 'L’exemple', hint: 'Un plan fictif et ses activités, pour essayer.' },
      empty: { text: 'Un classeur de suivi vide', hint: 'Vous inscrirez le plan dans la feuille Plan.' },
    },
    beside: { text: 'Des feuilles de suivi vides', hint: 'Plan, Activités et Paramètres, ajoutées à côté des vôtres.' },
    creating: 'Mise en place…',
    recheck: 'Vérifier de nouveau',
  },
};
