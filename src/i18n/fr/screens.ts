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
};
