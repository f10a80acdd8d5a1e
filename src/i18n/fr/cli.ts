import { formatNumber, plural } from '../format';

const counted = (count: number, one: string, other: string): string =>
  `${formatNumber('fr', count)} ${plural('fr', count, { one, other })}`;

/** The command line's own words; what is wrong in a workbook is said by `problems` and `errors`. */
export const cli = {
  usage: 'Utilisation\u00a0: suivi COMMANDE [options]',
  commandsTitle: 'Commandes',
  optionsTitle: 'Options',
  generalNotes: [
    '«\u00a0suivi COMMANDE --help\u00a0» montre les options d’une commande. «\u00a0-\u00a0» est l’entrée ou la sortie standard.',
    'Code de sortie\u00a0: 0 c’est fait, 1 quelque chose est à corriger ou à confirmer, 2 rien n’a pu être fait.',
  ],
  placeholders: { FILE: 'FICHIER', OUT: 'FICHIER', TEXT: 'TEXTE', DAY: 'JOUR', NO: 'NO', URL: 'ADRESSE' },
  commands: {
    new: 'crée un classeur de suivi vide',
    read: 'lit le plan et ses activités',
    import: 'lit un document, et l’écrit dans un classeur avec -o',
    dates: 'lit des dates en mots, une ligne à la fois',
    add: 'ajoute une activité au classeur',
    report: 'construit la feuille du rapport',
    coverage: 'construit la feuille de couverture et son tableau croisé',
    check: 'cherche ce qui ne va pas dans le classeur, et le répare avec --repair',
  },
  options: {
    lang: 'langue du document, du classeur ou du rapport\u00a0: fr ou en',
    output: 'classeur à écrire («\u00a0-\u00a0»\u00a0: la sortie standard)',
    inPlace: 'remplace le classeur lu',
    json: 'résultat lisible par un programme, sur la sortie standard',
    into: 'classeur qui reçoit ce qui est nouveau',
    item: 'numéro dans le plan, comme 1.1.3',
    dates: 'dates en mots, comme «\u00a02 juin et 8 septembre 2021\u00a0»',
    title: 'titre de l’activité',
    details: 'précisions',
    with: 'participants, séparés par des points-virgules',
    kind: 'type d’activité',
    link: 'lien vers une pièce (http, https ou mailto)',
    by: 'nom de la personne qui saisit',
    from: 'premier jour compté, comme 2021-06-01',
    to: 'dernier jour compté',
    sinceCommittee: 'depuis la dernière séance du comité (feuille Paramètres)',
    onlyUncovered: 'seulement les actions sans activité',
    order: 'ordre du rapport\u00a0: plan, date, ou news (les nouveautés, puis les silences)',
    objective: 'un seul objectif, par son numéro',
    layout: 'colonnes du rapport\u00a0: columns (quatre) ou compact (trois, comme dans Word)',
    paper:
      'papier d’une feuille de rapport neuve\u00a0: letter ou a4\u00a0; celui du pays de la langue du classeur si rien n’est dit',
    dateList: 'ajoute la liste de toutes les activités par date',
    today: 'jour à tenir pour aujourd’hui',
    repair: 'fait les réparations qui ne perdent rien et ne demandent aucun choix',
    repeated:
      'avec --repair, lignes identiques\u00a0: keep les garde toutes, distinguées par leur note, remove retire celles en trop',
    help: 'affiche cette aide',
  },
  unknownCommand: (p: { command: string }) =>
    `Commande inconnue\u00a0: «\u00a0${p.command}\u00a0». Essayez «\u00a0suivi --help\u00a0».`,
  unknownOption: (p: { option: string }) => `Option inconnue\u00a0: «\u00a0${p.option}\u00a0».`,
  missingOption: (p: { option: string }) => `Il manque l’option ${p.option}.`,
  missingFile: 'Il manque le nom du classeur.',
  tooManyArguments: (p: { argument: string }) => `Argument de trop\u00a0: «\u00a0${p.argument}\u00a0».`,
  missingOutput:
    'Dites où écrire\u00a0: «\u00a0-o FICHIER\u00a0», ou «\u00a0--in-place\u00a0» pour remplacer le classeur lu.',
  twoOutputs: 'Choisissez entre «\u00a0-o FICHIER\u00a0» et «\u00a0--in-place\u00a0».',
  inPlaceStdin: '«\u00a0--in-place\u00a0» ne va pas avec l’entrée standard\u00a0: donnez «\u00a0-o FICHIER\u00a0».',
  sameFile: 'Le fichier à écrire est celui qui est lu\u00a0: dites «\u00a0--in-place\u00a0» si c’est voulu.',
  badLanguage: (p: { text: string }) => `Langue inconnue\u00a0: «\u00a0${p.text}\u00a0» (fr ou en).`,
  badChoice: (p: { option: string; text: string; choices: string }) =>
    `${p.option} attend ${p.choices}, et non «\u00a0${p.text}\u00a0».`,
  badDay: (p: { option: string; text: string }) =>
    `${p.option} attend un jour comme 2021-06-01, et non «\u00a0${p.text}\u00a0».`,
  fromAfterTo: 'Le premier jour compté vient après le dernier.',
  noCommitteeDate:
    'Aucune date de comité dans la feuille Paramètres\u00a0: écrivez-la sur la ligne «\u00a0Séance du comité\u00a0», ou donnez --from.',
  badLink: (p: { link: string }) =>
    `Lien refusé\u00a0: «\u00a0${p.link}\u00a0». Il doit commencer par https:, http: ou mailto:.`,
  noDate: 'Aucune date n’a été lue. Rien n’a été écrit.',
  outputExists: (p: { file: string }) =>
    `«\u00a0${p.file}\u00a0» existe déjà. Donnez un autre nom, ou supprimez-le d’abord.`,
  openElsewhere: (p: { file: string; lock: string }) =>
    `«\u00a0${p.file}\u00a0» est ouvert dans un autre programme\u00a0: fermez-le d’abord. S’il ne l’est plus, supprimez le fichier «\u00a0${p.lock}\u00a0» à côté de lui.`,
  fileFaults: {
    absent: 'il n’existe pas',
    noFolder: 'son dossier n’existe pas',
    folder: 'c’est un dossier',
    forbidden: 'l’accès est refusé',
    busy: 'un autre programme l’utilise',
    full: 'il ne reste plus de place',
    other: 'le système l’a refusé',
  },
  notRead: (p: { file: string; why: string }) => `Impossible de lire «\u00a0${p.file}\u00a0»\u00a0: ${p.why}.`,
  notWritten: (p: { file: string; why: string }) =>
    `Impossible d’écrire «\u00a0${p.file}\u00a0»\u00a0: ${p.why}. Rien n’a changé.`,
  signatureRemoved:
    'Le classeur portait une signature numérique, qui ne vaut que pour ce qu’il était\u00a0: elle a été retirée du fichier écrit.',
  standardInput: 'l’entrée standard',
  standardOutput: 'sortie standard',
  created: (p: { file: string }) => `Classeur créé\u00a0: ${p.file}`,
  imported: (p: { items: number; activities: number; file: string }) =>
    `Importé et vérifié\u00a0: ${counted(p.items, 'élément du plan', 'éléments du plan')}, ${counted(p.activities, 'activité', 'activités')} (${p.file})`,
  nothingNew: 'Le classeur a déjà tout ce que contient ce document. Rien n’a été écrit.',
  added: (p: { sheet: string; address: string; file: string }) =>
    `Enregistré et vérifié\u00a0: ${p.sheet}, ${p.address} (${p.file})`,
  reportBuilt: (p: { sheet: string; rows: number; file: string }) =>
    `Rapport construit\u00a0: feuille ${p.sheet}, ${p.rows} lignes (${p.file})`,
  coverageBuilt: (p: { sheet: string; rows: number; file: string }) =>
    `Couverture construite\u00a0: feuille ${p.sheet}, ${p.rows} lignes de données (${p.file})`,
  pivotRefused: 'Le tableau croisé a été refusé\u00a0: la couverture est donnée en tableau ordinaire.',
  readSummary: (p: {
    objectives: number;
    strategies: number;
    actions: number;
    activities: number;
    occurrences: number;
  }) =>
    [
      counted(p.objectives, 'objectif', 'objectifs'),
      counted(p.strategies, 'stratégie', 'stratégies'),
      counted(p.actions, 'action', 'actions'),
      counted(p.activities, 'activité', 'activités'),
      counted(p.occurrences, 'date', 'dates'),
    ].join(', '),
  at: (p: { place: string; message: string }) => `${p.place}\u00a0: ${p.message}`,
  checked: (p: { problems: number; safe: number; asked: number }) =>
    p.problems === 0
      ? 'Aucun problème.'
      : [
          counted(p.problems, 'problème', 'problèmes'),
          ...(p.safe > 0 ? [counted(p.safe, 'réparable sans risque', 'réparables sans risque')] : []),
          ...(p.asked > 0
            ? [`${counted(p.asked, 'réparable', 'réparables')} après décision (écran Vérifier du volet)`]
            : []),
        ].join(', '),
  repaired: (p: { repairs: number; file: string }) =>
    `${counted(p.repairs, 'réparation faite et vérifiée', 'réparations faites et vérifiées')} (${p.file})`,
  repairTo: (p: { place: string; before: string; after: string }) =>
    `  ${p.place}\u00a0: «\u00a0${p.before}\u00a0» → «\u00a0${p.after}\u00a0»`,
  newRow: 'nouvelle ligne',
  outputWithoutRepair:
    '«\u00a0-o\u00a0» et «\u00a0--in-place\u00a0» vont avec «\u00a0--repair\u00a0»\u00a0: sans réparation, rien n’est écrit.',
  repeatedWithoutRepair:
    '«\u00a0--repeated\u00a0» va avec «\u00a0--repair\u00a0»\u00a0: sans réparation, rien n’est écrit.',
  line: (p: { line: number }) => `ligne ${p.line}`,
  workbook: 'classeur',
};
