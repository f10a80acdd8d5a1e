import { getLocale } from 'numfmt';
import { knownLocale } from '../cells/text';

/** French names of the functions that people of such a workbook type; all others are written in English. */
const french: Readonly<Record<string, string>> = {
  ABS: 'ABS',
  AUJOURDHUI: 'TODAY',
  ANNEE: 'YEAR',
  CNUM: 'VALUE',
  CONCATENER: 'CONCATENATE',
  DATE: 'DATE',
  DECALER: 'OFFSET',
  DROITE: 'RIGHT',
  EQUIV: 'MATCH',
  ESTVIDE: 'ISBLANK',
  ET: 'AND',
  FAUX: 'FALSE',
  'FIN.MOIS': 'EOMONTH',
  FILTRE: 'FILTER',
  GAUCHE: 'LEFT',
  JOUR: 'DAY',
  LIEN_HYPERTEXTE: 'HYPERLINK',
  LIGNE: 'ROW',
  LIGNES: 'ROWS',
  COLONNE: 'COLUMN',
  COLONNES: 'COLUMNS',
  MAINTENANT: 'NOW',
  MAJUSCULE: 'UPPER',
  'MAX.SI': 'MAXIFS',
  'MAX.SI.ENS': 'MAXIFS',
  MINUSCULE: 'LOWER',
  'MIN.SI': 'MINIFS',
  'MIN.SI.ENS': 'MINIFS',
  MOIS: 'MONTH',
  'MOIS.DECALER': 'EDATE',
  MOYENNE: 'AVERAGE',
  'MOYENNE.SI': 'AVERAGEIF',
  'MOYENNE.SI.ENS': 'AVERAGEIFS',
  NB: 'COUNT',
  'NB.SI': 'COUNTIF',
  'NB.SI.ENS': 'COUNTIFS',
  'NB.VIDE': 'COUNTBLANK',
  NBCAR: 'LEN',
  NBVAL: 'COUNTA',
  NON: 'NOT',
  OU: 'OR',
  RECHERCHEV: 'VLOOKUP',
  RECHERCHEX: 'XLOOKUP',
  'SI.CONDITIONS': 'IFS',
  SI: 'IF',
  SIERREUR: 'IFERROR',
  SOMME: 'SUM',
  'SOMME.SI': 'SUMIF',
  'SOMME.SI.ENS': 'SUMIFS',
  SOMMEPROD: 'SUMPRODUCT',
  'SOUS.TOTAL': 'SUBTOTAL',
  STXT: 'MID',
  SUPPRESPACE: 'TRIM',
  TEXTE: 'TEXT',
  'JOINDRE.TEXTE': 'TEXTJOIN',
  UNIQUE: 'UNIQUE',
  VRAI: 'TRUE',
};

const toFrench = new Map(Object.entries(french).map(([local, english]) => [english, local]));
toFrench.set('MAXIFS', 'MAX.SI.ENS').set('MINIFS', 'MIN.SI.ENS');

/** Text, quoted sheet names, structured references and braces, which are never translated, or a word, number or sign. */
const token =
  /"(?:[^"]|"")*"?|'(?:[^']|'')*'?|\[(?:[^[\]]|\[[^\]]*\])*\]?|[\p{L}_][\p{L}\p{N}_.]*|\d+(?:[.,]\d+)?|[;,]|[^]/gu;

interface Signs {
  readonly decimal: string;
  readonly list: string;
  readonly isFrench: boolean;
}

function signsOf(locale: string): Signs {
  const decimal = getLocale(knownLocale(locale))?.decimal ?? '.';
  return { decimal, list: decimal === ',' ? ';' : ',', isFrench: locale.toLowerCase().startsWith('fr') };
}

/** A formula as a person types it (`SOMME(A1;1,5)`) in the English of the file (`SUM(A1,1.5)`). No `=` in either. */
export function fromLocalFormula(formula: string, locale: string): string {
  const signs = signsOf(locale);
  if (signs.decimal === '.') return formula;
  return formula.replace(token, (piece: string, at: number) => {
    if (/^\d+,\d+$/.test(piece)) return piece.replace(',', '.');
    if (piece === signs.list) return ',';
    return signs.isFrench && isFunction(formula, at, piece) ? (french[piece.toUpperCase()] ?? piece) : piece;
  });
}

/** The reverse: what the formula bar shows the person. */
export function toLocalFormula(formula: string, locale: string): string {
  const signs = signsOf(locale);
  if (signs.decimal === '.') return formula;
  return formula.replace(token, (piece: string, at: number) => {
    if (/^\d+\.\d+$/.test(piece)) return piece.replace('.', ',');
    if (piece === ',') return signs.list;
    return signs.isFrench && isFunction(formula, at, piece) ? (toFrench.get(piece.toUpperCase()) ?? piece) : piece;
  });
}

function isFunction(formula: string, at: number, piece: string): boolean {
  if (formula[at + piece.length] === '(') return true;
  return /^(?:TRUE|FALSE|VRAI|FAUX)$/i.test(piece) && formula[at + piece.length] !== '!';
}
