/**
 * The words of dates, folded (no accents, lower case). Words are compared whole, never by their
 * beginning: « 5 maires » is not in May, and « jui » is neither June nor July.
 */

interface MonthWord {
  readonly month: number;
  /** The languages in which this spelling is a month. */
  readonly in: 'fr' | 'en' | 'both';
}

const monthTable: readonly (readonly [fr: string, en: string, both: string])[] = [
  ['janvier janv', 'january', 'jan'],
  ['fevrier fevr fev', 'february', 'feb'],
  ['mars', 'march', 'mar'],
  ['avril avr', 'april', 'apr'],
  ['mai', 'may', ''],
  ['juin', 'june', 'jun'],
  ['juillet juill juil', 'july', 'jul'],
  ['aout', 'august', 'aug'],
  ['septembre', 'september', 'sept sep'],
  ['octobre', 'october', 'oct'],
  ['novembre', 'november', 'nov'],
  ['decembre', 'december', 'dec'],
];

/** English months that are also ordinary words: in lower case they are months only beside a year. */
export const ordinaryEnglishWords: ReadonlySet<string> = new Set(['may', 'march']);

export const months: ReadonlyMap<string, MonthWord> = new Map(
  monthTable.flatMap(([fr, en, both], index) =>
    (
      [
        [fr, 'fr'],
        [en, 'en'],
        [both, 'both'],
      ] as const
    ).flatMap(([words, language]) => split(words).map((word) => [word, { month: index + 1, in: language }] as const)),
  ),
);

/** 1 for Monday to 7 for Sunday. */
export const weekdays: ReadonlyMap<string, number> = numbered([
  'lundi lundis lun monday mondays mon',
  'mardi mardis mar tuesday tuesdays tue tues',
  'mercredi mercredis merc mer wednesday wednesdays wed',
  'jeudi jeudis jeu thursday thursdays thu thur thurs',
  'vendredi vendredis vend ven friday fridays fri',
  'samedi samedis sam saturday saturdays sat',
  'dimanche dimanches dim sunday sundays sun',
]);

/** What may stand right after a day's number. */
export const ordinalEndings = words('er ier re e eme ere ieme st nd rd th');

/** Days in letters: only the first is written so in practice. */
export const firstDayWords = words('premier 1er first');

/** Ordinals of quarters, and of the weekdays of a month. */
export const ordinalWords: ReadonlyMap<string, number> = numbered([
  'premier premiers 1er first',
  'deuxieme deuxiemes second',
  'troisieme troisiemes third',
  'quatrieme quatriemes fourth',
]);
export const lastWords = words('dernier derniers last');

/** A season is a term of Québec schools: a convention, shown as such. First and last month; winter is within its year. */
export const seasons: ReadonlyMap<string, readonly [first: number, last: number]> = new Map<
  string,
  readonly [number, number]
>([
  ...split('automne fall autumn').map((word) => [word, [9, 12]] as const),
  ...split('hiver winter').map((word) => [word, [1, 4]] as const),
  ...split('printemps spring').map((word) => [word, [3, 6]] as const),
  ...split('ete summer').map((word) => [word, [6, 8]] as const),
]);

export type Link = 'and' | 'comma' | 'semicolon' | 'dash' | 'slash' | 'to' | 'or' | 'beside';

export const links: ReadonlyMap<string, Link> = new Map([
  ['et', 'and'],
  ['and', 'and'],
  ['&', 'and'],
  ['+', 'and'],
  ['puis', 'and'],
  ['ou', 'or'],
  ['or', 'or'],
  [',', 'comma'],
  [';', 'semicolon'],
  ['-', 'dash'],
  ['/', 'slash'],
  ['au', 'to'],
  ['a', 'to'],
  ['to', 'to'],
  ['through', 'to'],
  ['→', 'to'],
]);

/** The links after which a day alone can end a range: « du 3 juin au 7 ». */
export const endLinks = words('au jusqu');

/** What may stand before a day and a month in digits (`25/05`), besides what is silent. */
export const pairLeads = words('entre between from date dates');

/** Links of several words, as folded tokens, by their first. */
export const linkPhrases: ReadonlyMap<string, { readonly link: Link; readonly words: readonly string[] }> = new Map([
  ['ainsi', { link: 'and', words: ['ainsi', 'que'] }],
  ['jusqu', { link: 'to', words: ['jusqu', "'", 'au'] }],
  ['-', { link: 'to', words: ['-', '>'] }],
]);

/** What may stand before a date without changing it. */
export const articles = words('le les the on ce cet du tous all');

/** « chaque mardi »: one weekday is then all of them. */
export const eachWords = words('chaque every each');

/** What stands between « les mardis » and their month. */
export const ofWords = words('de d du of in en mois');

/** Words around dates that mean nothing when they are left over. */
export const quietWords = words('le la les the on du de des of');

/** How the date after a phrase is to be taken. */
export type Opener = 'between' | 'until' | 'since' | 'week' | 'weekend' | 'from';

interface OpenerPhrase {
  readonly opener: Opener;
  readonly phrase: readonly string[];
}

/** Phrases as folded tokens, the longest first where one begins another. */
const openerPhrases: readonly OpenerPhrase[] = (
  [
    [
      'until',
      "jusqu ' au",
      "jusqu ' a",
      "jusqu ' en",
      "d ' ici le",
      "d ' ici au",
      "d ' ici la",
      "d ' ici a",
      "d ' ici",
      'au plus tard le',
    ],
    [
      'until',
      'au plus tard en',
      'au plus tard',
      'avant le',
      'avant la',
      'avant',
      'no later than',
      'by',
      'up to',
      'until',
      'till',
      'before',
    ],
    [
      'since',
      'a partir du',
      'a partir de',
      "a partir d '",
      'a compter du',
      'a compter de',
      "a compter d '",
      'depuis le',
    ],
    [
      'since',
      'depuis',
      'des le',
      'des',
      'apres le',
      'apres',
      'after',
      'starting on',
      'starting',
      'beginning',
      'as of',
      'since',
    ],
    ['between', 'entre', 'between'],
    [
      'week',
      'semaine du',
      'semaine de',
      'semaines du',
      'semaines des',
      'sem . du',
      'sem du',
      'week of',
      'weeks of',
      'wk of',
    ],
    ['weekend', 'fin de semaine du', 'fin de semaine des', 'week - end du', 'weekend of'],
    ['from', 'from'],
  ] as const satisfies readonly (readonly [Opener, ...string[]])[]
).flatMap(([opener, ...phrases]) => phrases.map((phrase) => ({ opener, phrase: phrase.split(' ') })));

/** The phrases that begin with a word: few words begin any, and all others are passed at once. */
export const openersByFirstWord: ReadonlyMap<string, readonly OpenerPhrase[]> = new Map(
  openerPhrases.map(({ phrase: [first = ''] }) => [first, openerPhrases.filter(({ phrase }) => phrase[0] === first)]),
);

/** What makes a month alone, without a year, a month and not a word of a sentence. */
export const monthQualifiers = words('en in debut fin mi mid early late during courant mois end beginning');

/** What may stand about those: « à la fin du mois de juin ». */
export const monthFillers = words('la le l the de du d of');

/** Words that say a time relative to a day that is not known. */
export const relativeWords = words('demain hier tomorrow yesterday today');
export const relativeUnits = words('semaine mois an annee trimestre week month year quarter');
export const relativeAdjectives = words('prochain prochaine prochains prochaines dernier derniere next last');

/** What follows an English day list without being counted: « June 10 and 11 at noon », not « 11 members ». */
export const followers = words(
  'am pm at in for from with by to through until till and or the on au a de du avec pour et ou dans chez',
);

/** What a time of day begins with, where it is no number. */
export const momentWords = words(
  'a p am pm de des en at from in avant apres matin soir soiree morning afternoon evening',
);

/** « du 3 juin à aujourd’hui »: where such a range ends depends on when it is read. As folded tokens; after a dash, fewer are surely that. */
const presentDay = [['aujourd', "'", 'hui'], ['present'], ['today']] as const;
export const presentPhrases: Readonly<Record<'to' | 'dash', readonly (readonly string[])[]>> = {
  to: [...presentDay, ['ce', 'jour'], ['maintenant'], ['now'], ['date']],
  dash: presentDay,
};

/** "June 3 onwards". */
export const onwardWords = words('onward onwards');

/** Said after a date, or before one that it is moved from, these take its day away. */
export const calledOffWords = words(
  'annule annulee annules annulees reporte reportee reportes reportees deplace deplacee deplaces deplacees remis cancelled canceled postponed rescheduled moved',
);
/** What may stand before those: « a été annulée ». */
export const verbWords = words('a est ete was is has been');
/** « reportée du 26 mai »: that day is the one taken away. */
export const fromWords = words('du de des from');

/** Words that are numbered themselves: in « Rencontre 3 - 10 juin », the 3 may be the meeting’s. */
export const numberedWords = words(
  'rencontre seance reunion atelier volet phase etape module session cohorte groupe semaine sem meeting workshop week wk',
);

/** « Semaine 3 juin 2024 »: the third of June, or that of the month. */
export const weekWords = words('semaine sem week wk');

/** What makes the number before it an hour. */
export const hourWords = words('am pm h hr hrs heure heures hour hours');

/** Before a numeric form these say that it is a reference, not a date. */
export const referenceWords = words(
  'no n numero number dossier reglement resolution article loi bill page poste bureau phase projet file case decret',
);

/** Ordinals and letters of quarters, placeholders of days: what else a date or a question about one begins with. */
export const quarterNames = words('trimestre trimestres quarter quarters');
export const quarterLetters = words('t q');
export const dayPlaceholders = words('? _ xx');

/** Letters that a scanner or a hurried hand leaves for 0 and 1. */
export const digitLookalikes = words('o l i');

/** Every word and mark that something of a date may begin with: a text is mostly other words. */
export const beginnings: ReadonlySet<string> = new Set([
  ...[months, weekdays, ordinalWords, seasons, openersByFirstWord].flatMap((map) => [...map.keys()]),
  // The elision of « l’automne », and what is left of « 1er ».
  ...['l', 'i', 'ier'],
  ...[articles, eachWords, firstDayWords, quarterLetters, monthQualifiers, dayPlaceholders].flatMap((set) => [...set]),
  ...[relativeWords, relativeUnits, relativeAdjectives].flatMap((set) => [...set]),
]);

function split(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}

function words(text: string): ReadonlySet<string> {
  return new Set(split(text));
}

function numbered(rows: readonly string[]): ReadonlyMap<string, number> {
  return new Map(rows.flatMap((row, index) => split(row).map((word) => [word, index + 1] as const)));
}
