import { formatNumber, plural } from '../format';

const count = (n: number, one: string, other: string) =>
  `${formatNumber('fr', n)}\u00a0${plural('fr', n, { one, other })}`;

/** The words of the Importer screen. */
export const importer = {
  title: 'Importer un document',
  source: {
    intro:
      'Copiez votre rapport dans Word, Excel ou une page Web, puis collez-le ici (Ctrl+V). Rien n’est inscrit dans le classeur avant que vous choisissiez Importer.',
    field: 'Texte du document',
    placeholder: 'Collez le document ici…',
    shortened: (p: { shown: number; length: number }) =>
      `${formatNumber('fr', p.shown)} caractères montrés sur ${formatNumber('fr', p.length)}\u00a0; le texte entier est gardé.`,
    read: 'Lire ce texte',
    file: 'Choisir un fichier…',
    fileHint: 'Word (.docx), Excel (.xlsx), CSV, Markdown, texte ou page HTML',
    sheet: 'Lire la feuille active',
    reading: 'Lecture du document…',
    close: 'Retour',
  },
  origin: {
    paste: 'le texte collé',
    file: (p: { name: string }) => `le fichier ${p.name}`,
    sheet: (p: { name: string }) => `la feuille ${p.name}`,
  },
  refused: 'Ce document n’a pas été lu',
  unreadFile: 'Le fichier n’a pas pu être ouvert. Vérifiez qu’il est toujours là, puis choisissez-le de nouveau.',
  notAPlan: {
    title: 'Ce document n’est pas un plan',
    text: 'Suivi n’y a trouvé ni objectifs, ni actions, ni activités datées. Rien n’a été créé.',
  },
  nothingNew: {
    title: 'Tout y est déjà',
    text: 'Le classeur contient déjà tout ce que dit ce document. Il n’y a rien à importer.',
  },
  preview: {
    title: 'Aperçu',
    from: (p: { origin: string }) => `Lu dans ${p.origin}. Rien n’est encore inscrit.`,
    activities: (p: { count: number }) => count(p.count, 'activité', 'activités'),
    objectives: (p: { count: number }) => count(p.count, 'objectif', 'objectifs'),
    strategies: (p: { count: number }) => count(p.count, 'stratégie', 'stratégies'),
    actions: (p: { count: number }) => count(p.count, 'action', 'actions'),
    toAdd: (p: { what: string }) => `À ajouter\u00a0: ${p.what}.`,
    known: (p: { count: number }) =>
      `${count(p.count, 'activité est déjà', 'activités sont déjà')} dans le classeur\u00a0: rien n’y sera changé.`,
    changed: (p: { count: number }) =>
      `${count(p.count, 'texte diffère', 'textes diffèrent')} dans le document\u00a0: celui du classeur est gardé`,
    gone: (p: { count: number }) =>
      `${count(p.count, 'élément du classeur n’est', 'éléments du classeur ne sont')} pas dans le document\u00a0: rien n’en est retiré`,
    discard: 'Autre document',
  },
  doubts: {
    title: 'À vérifier',
    none: 'Rien à vérifier.',
    years: (p: { count: number }) =>
      plural('fr', p.count, {
        one: 'Une activité n’a pas d’année écrite.',
        other: `${formatNumber('fr', p.count)} activités n’ont pas d’année écrite.`,
      }),
    year: (p: { count: number }) => plural('fr', p.count, { one: 'Son année', other: 'Leur année' }),
    yearWrong: 'Inscrivez une année de quatre chiffres, entre 1900 et 2199.',
    dates: (p: { text: string }) => `Date à corriger\u00a0: «\u00a0${p.text}\u00a0»`,
    datesField: 'Dates',
    block: (p: { count: number; under: string }) =>
      plural('fr', p.count, {
        one: `Une activité de ${p.under} n’a pas d’action à côté d’elle.`,
        other: `${formatNumber('fr', p.count)} activités de ${p.under} n’ont pas d’action à côté d’elles.`,
      }),
    noItem: (p: { count: number }) =>
      plural('fr', p.count, {
        one: 'Une activité n’a pas de place dans le plan.',
        other: `${formatNumber('fr', p.count)} activités n’ont pas de place dans le plan.`,
      }),
    keep: (p: { label: string }) => `Laisser sous ${p.label}`,
    keepNone: 'Laisser sans numéro',
    suggested: (p: { label: string }) => `Mettre sous ${p.label}`,
    choose: 'Choisir un autre élément…',
    row: (p: { count: number }) =>
      plural('fr', p.count, {
        one: 'Une activité est classée sous l’action de sa ligne\u00a0: à confirmer dans la liste.',
        other: `${formatNumber('fr', p.count)} activités sont classées sous l’action de leur ligne\u00a0: à confirmer dans la liste.`,
      }),
    remarks: (p: { count: number }) => count(p.count, 'autre remarque', 'autres remarques'),
    more: (p: { count: number }) => `et ${count(p.count, 'autre', 'autres')}`,
    which: (p: { count: number }) => plural('fr', p.count, { one: 'Laquelle', other: 'Lesquelles' }),
  },
  plan: {
    title: 'Plan',
    isNew: 'nouveau',
    subItems: (p: { count: number }) => count(p.count, 'sous-point', 'sous-points'),
    empty: 'Ce document ne contient pas de plan\u00a0: ses activités iront dans celui du classeur.',
  },
  list: {
    title: 'Activités',
    label: 'Activités à importer',
    onlyDoubts: 'Seulement celles à vérifier',
    include: (p: { title: string }) => `Importer «\u00a0${p.title}\u00a0»`,
    edit: 'Modifier',
    editLabel: (p: { title: string }) => `Modifier «\u00a0${p.title}\u00a0»`,
    done: 'Terminé',
    noDate: 'Sans date',
    noTitle: 'Sans titre',
    unread: (p: { text: string }) => `«\u00a0${p.text}\u00a0»\u00a0: non lue`,
    with: (p: { names: string }) => `Avec\u00a0: ${p.names}`,
    confirm: 'à confirmer',
    inferred: 'année déduite',
    under: (p: { label: string }) => `Sous ${p.label}`,
    nowhere: 'Sans place dans le plan',
    source: 'Texte lu',
    reading: 'Dates lues',
    candidates: (p: { candidates: string }) => `Actions de la même ligne\u00a0: ${p.candidates}`,
    none: 'Rien à vérifier dans la liste.',
  },
  commit: {
    button: (p: { activities: number; items: number }) =>
      p.activities > 0
        ? `Importer ${count(p.activities, 'activité', 'activités')}`
        : `Importer ${count(p.items, 'élément du plan', 'éléments du plan')}`,
    nothing: 'Rien à importer',
    unreadDates: (p: { count: number }) =>
      `${count(p.count, 'activité sera importée', 'activités seront importées')} sans la date qui n’a pas été lue.`,
    writing: 'Inscription dans le classeur…',
    progress: (p: { done: number; total: number }) =>
      `${formatNumber('fr', p.done)} lignes sur ${formatNumber('fr', p.total)}`,
    cancel: 'Annuler',
    cancelling: 'Annulation…',
    failed: 'L’importation n’a pas été faite',
  },
  done: {
    title: 'Importé et vérifié',
    summary: (p: { activities: number; items: number }) =>
      `${count(p.activities, 'activité', 'activités')} et ${count(p.items, 'ligne du plan', 'lignes du plan')} sont dans le classeur.`,
    undo: 'Annuler l’importation',
    undoing: 'Annulation…',
    undone: 'L’importation a été annulée. Le classeur est comme avant.',
    undoFailed: 'L’importation n’a pas été annulée',
    goTo: (p: { sheet: string }) => `Voir la feuille ${p.sheet}`,
    incomplete: 'À compléter',
    blank: {
      organisation: 'Le nom de l’organisation n’est pas inscrit.',
      title: 'Le titre du rapport n’est pas inscrit.',
    },
    settings: 'Ouvrir Paramètres',
    another: 'Importer un autre document',
    back: 'Revenir à l’aperçu',
    open: 'Ouvrir le plan',
  },
};
