import { formatNumber, plural } from '../format';

const count = (n: number, one: string, other: string) =>
  `${formatNumber('fr', n)}\u00a0${plural('fr', n, { one, other })}`;

/** The Diagnostic screen: what each probe proves, and what Suivi does in an Excel where it fails. */
export const diagnostic = {
  title: 'Diagnostic',
  intro:
    'Suivi essaie dans votre Excel ce dont il a besoin, sur une feuille ajoutée pour cela et retirée à la fin. Le reste du classeur ne change pas. L’essai prend quelques secondes.',
  run: 'Lancer les essais',
  again: 'Recommencer',
  stop: 'Arrêter',
  back: 'Revenir',
  running: (p: { done: number; total: number }) =>
    `Essai ${formatNumber('fr', p.done)} sur ${formatNumber('fr', p.total)}…`,
  notRun: 'Le diagnostic n’a pas pu se faire',
  stopped: 'Essais arrêtés. La feuille d’essai est retirée.',
  allPassed: 'Cet Excel fait tout ce dont Suivi a besoin.',
  someFailed: (p: { count: number }) =>
    `${count(p.count, 'essai a échoué', 'essais ont échoué')}\u00a0: voici ce que fait Suivi dans ce cas.`,
  excel: (p: { platform: string; version: string; api: string }) =>
    `Excel${p.platform === '' ? '' : ` (${p.platform})`}${p.version === '' ? '' : ` ${p.version}`}, ExcelApi ${p.api}`,
  languages: (p: { display: string; content: string }) => `Interface ${p.display}, classeur ${p.content}`,
  groups: {
    failed: (p: { count: number }) => count(p.count, 'échec', 'échecs'),
    notApplicable: (p: { count: number }) => `${formatNumber('fr', p.count)} sans objet ici`,
    passed: (p: { count: number }) => count(p.count, 'réussite', 'réussites'),
  },
  outcomes: { passed: 'réussi', failed: 'échoué', notApplicable: 'sans objet' },
  report: 'Rapport à copier',
  reportHint:
    'À joindre à une demande d’aide. Il ne contient aucun texte de vos activités\u00a0; les noms des feuilles protégées et des tableaux filtrés y sont.',
  copy: 'Copier',
  copied: 'Copié.',
  notCopied: 'La copie est bloquée ici\u00a0: le texte est sélectionné, appuyez sur Ctrl+C.',
  probes: {
    cellEditing: {
      name: 'Aucune cellule en cours de saisie',
      remedy: 'Suivi attend la fin de la saisie. Appuyez sur Entrée ou sur Échap dans la feuille, puis recommencez.',
    },
    readOnly: {
      name: 'Classeur ouvert en modification',
      remedy: 'Suivi lit le classeur et n’y écrit rien. Les autres essais n’ont pas été faits.',
    },
    protectedWorkbook: {
      name: 'Structure du classeur sans protection',
      remedy:
        'Suivi refait les feuilles qui sont là, et n’en ajoute aucune. Les autres essais, qui en demandent une, n’ont pas été faits.',
    },
    protectedSheets: {
      name: 'Feuilles sans protection',
      remedy: 'Suivi n’écrit pas dans une feuille protégée et ne retire aucune protection\u00a0: il le dit.',
    },
    filteredTables: {
      name: 'Tableaux sans filtre',
      remedy: 'Suivi n’ajoute rien à un tableau filtré, où Excel placerait mal les lignes. Effacez le filtre.',
    },
    api113: { name: 'ExcelApi 1.13', remedy: 'Suivi ne s’ouvre pas dans un Excel plus ancien.' },
    api114: { name: 'ExcelApi 1.14', remedy: 'Rien n’est perdu\u00a0: Suivi n’en a besoin pour aucune commande.' },
    api115: { name: 'ExcelApi 1.15', remedy: 'Rien n’est perdu\u00a0: Suivi n’en a besoin pour aucune commande.' },
    api118: { name: 'ExcelApi 1.18', remedy: 'Le rapport met le titre de chaque activité sur une ligne à lui.' },
    api120: { name: 'ExcelApi 1.20', remedy: 'Annuler dans le volet reste le moyen de revenir en arrière.' },
    cultureInfo: {
      name: 'Langue du classeur',
      remedy: 'Suivi prend la langue de la feuille Paramètres, ou le français.',
    },
    scratchSheet: {
      name: 'Ajouter et retirer une feuille',
      remedy:
        'La structure du classeur est peut-être protégée\u00a0: Suivi ne peut y construire que sur des feuilles qui existent. Si une feuille «\u00a0Suivi~1\u00a0» est restée, supprimez-la.',
    },
    textEscapes: {
      name: 'Textes qui commencent par =, +, -, @',
      remedy:
        'Suivi relit chaque ajout et retire ce qu’Excel n’a pas gardé tel quel. N’ajoutez pas de tels textes ici.',
    },
    longText: {
      name: 'Long texte qui commence par un tiret',
      remedy: 'L’ajout d’un tel texte est refusé par Excel et rien n’est écrit. Partagez-le en plusieurs précisions.',
    },
    longestText: {
      name: 'Texte de 32\u00a0767 caractères',
      remedy: 'L’ajout est relu\u00a0: un texte coupé est retiré et Suivi le dit.',
    },
    isoText: {
      name: 'Textes qui ressemblent à des dates ou à des nombres',
      remedy: 'L’ajout est relu\u00a0: un texte qu’Excel a changé est retiré et Suivi le dit.',
    },
    textFormat: {
      name: 'Formats de nombre gardés tels quels',
      remedy: 'Les dates restent justes, mais peuvent se montrer autrement.',
    },
    serials: { name: 'Dates relues à l’identique', remedy: 'L’ajout est relu\u00a0: s’il diffère, il est retiré.' },
    dateSystem: {
      name: 'Calendrier depuis 1900',
      remedy:
        'Ce classeur compte les jours depuis 1904\u00a0: les dates écrites par Suivi y seraient décalées de quatre ans. Décochez «\u00a0Utiliser le calendrier depuis 1904\u00a0» (Options, Options avancées) avant d’y saisir.',
    },
    formulas: {
      name: 'Formules en anglais sur un tableau',
      remedy: 'La liste en direct de la couverture ne calcule pas\u00a0: fiez-vous au rapport.',
    },
    tableGrowth: {
      name: 'Le tableau s’allonge tout seul',
      remedy: 'Suivi allonge lui-même le tableau après chaque ajout, au prix d’un aller-retour de plus.',
    },
    tableResize: {
      name: 'Allonger un tableau',
      remedy: 'Si Excel ne l’allonge pas non plus tout seul, l’ajout est retiré et Suivi le dit.',
    },
    emptyTable: {
      name: 'Ligne vide d’un tableau neuf',
      remedy: 'La première activité peut laisser une ligne vide\u00a0: Vérifier la signale.',
    },
    filterSeen: {
      name: 'Les filtres se voient',
      remedy: 'Effacez les filtres avant d’ajouter\u00a0: Suivi ne peut pas les voir ici.',
    },
    searchGuard: {
      name: 'Une recherche arrête ce qui la suit',
      remedy:
        'Pendant que Suivi écrit, évitez qu’une autre personne trie\u00a0: si la réponse d’Excel se perd aussi, il dit que rien n’est sûr.',
    },
    largeRequest: {
      name: 'Demande de 3,5\u00a0Mo',
      remedy:
        'Les grands imports et les grands rapports sont refusés par Excel\u00a0: choisissez une période plus courte.',
    },
    pivot: {
      name: 'Tableau croisé dynamique',
      remedy: 'La couverture se construit avec un tableau ordinaire à la place.',
    },
    pivotRefresh: {
      name: 'Tableau croisé actualisé',
      remedy: 'Reconstruisez la couverture après chaque changement\u00a0: le tableau croisé ne suit pas.',
    },
    pivotFilter: {
      name: 'Filtres du tableau croisé',
      remedy: 'Ce que vous aviez masqué dans le tableau croisé se montre de nouveau à chaque construction.',
    },
    slicers: { name: 'Segments', remedy: 'La couverture se construit sans segments et le dit.' },
    chart: { name: 'Graphique', remedy: 'La couverture se construit sans graphique\u00a0: ses chiffres y sont.' },
    printSetup: {
      name: 'Mise en page',
      remedy: 'Vérifiez l’aperçu avant d’imprimer\u00a0: orientation, largeur, en-têtes répétés.',
    },
    stage: {
      name: 'Feuille cachée recopiée sur une autre',
      remedy: 'Relisez le rapport\u00a0: des textes, des liens ou des caractères gras peuvent y manquer.',
    },
    panes: {
      name: 'Volets figés et sauts de page',
      remedy: 'Le rapport se construit sans eux\u00a0: les pages se coupent où Excel le veut.',
    },
    manyAreas: {
      name: 'Hauteurs et traits de plusieurs lignes à la fois',
      remedy: 'Des traits du rapport peuvent manquer, des hauteurs être à reprendre.',
    },
    autofit: {
      name: 'Hauteur des lignes ajustée',
      remedy: 'Suivi calcule lui-même les hauteurs du rapport\u00a0; celles de la couverture peuvent être à reprendre.',
    },
    conditionalFormat: {
      name: 'Mise en forme conditionnelle',
      remedy: 'L’état de chaque action reste écrit par un signe et un mot, sans couleur.',
    },
    names: {
      name: 'Noms masqués',
      remedy: 'Suivi ne reconnaît plus ses feuilles construites et refuse d’y reconstruire\u00a0: renommez-les.',
    },
    links: { name: 'Liens', remedy: 'L’adresse de la preuve s’écrit en toutes lettres.' },
    textRuns: {
      name: 'Plusieurs caractères dans une cellule',
      remedy: 'Le rapport met le titre de chaque activité sur une ligne à lui.',
    },
    events: {
      name: 'Annonce des changements',
      remedy: 'Le volet ne suit pas la feuille\u00a0: rouvrez-le pour voir ce que d’autres ont changé.',
    },
  },
};
