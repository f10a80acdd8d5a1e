/**
 * Functions younger than the file format: the file spells them `_xlfn.MAXIFS`, people and the API `MAXIFS`. Without the
 * prefix Excel shows #NAME? until the formula is typed again.
 */
const FUTURE: ReadonlySet<string> = new Set(
  (
    'ACOT ACOTH AGGREGATE ARABIC ARRAYTOTEXT BASE BITAND BITLSHIFT BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH ' +
    'CHOOSECOLS CHOOSEROWS COMBINA CONCAT COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DROP ENCODEURL ' +
    'EXPAND FILTERXML FLOOR.MATH FORMULATEXT HSTACK IFNA IFS ISFORMULA ISOMITTED ISOWEEKNUM MAKEARRAY MAXIFS MINIFS ' +
    'MODE.MULT MODE.SNGL NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC ' +
    'PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG ' +
    'RANK.EQ RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SORTBY STDEV.P STDEV.S SWITCH TAKE TEXTAFTER TEXTBEFORE ' +
    'TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEBSERVICE WRAPCOLS ' +
    'WRAPROWS XLOOKUP XMATCH XOR'
  ).split(' '),
);
const WORKSHEET_FUTURE: ReadonlySet<string> = new Set(['FILTER', 'SORT']);

const QUOTED = `"(?:[^"]|"")*"|'(?:[^']|'')*'|\\[[^\\]]*\\]`;
const PREFIXED = new RegExp(`${QUOTED}|_xlfn\\.(_xlws\\.)?([A-Z][A-Z0-9.]*)(?=\\()`, 'gi');
const BARE = new RegExp(`${QUOTED}|(?<![\\w.\\\\])([A-Z][A-Z0-9.]*)(?=\\()`, 'gi');

/** A formula of the file as people read it. One with local names of LET or LAMBDA is left as the file has it. */
export function withoutPrefixes(formula: string): string {
  if (!formula.includes('_xlfn.') || formula.includes('_xlpm.')) return formula;
  return formula.replace(PREFIXED, (token, worksheet: string | undefined, name: string | undefined) => {
    if (name === undefined) return token;
    return (worksheet === undefined ? FUTURE : WORKSHEET_FUTURE).has(name.toUpperCase()) ? name : token;
  });
}

/** A formula as the file spells it. */
export function withPrefixes(formula: string): string {
  if (formula.includes('_xlpm.')) return formula;
  return formula.replace(BARE, (token, name: string | undefined) => {
    if (name === undefined) return token;
    if (FUTURE.has(name.toUpperCase())) return `_xlfn.${name}`;
    return WORKSHEET_FUTURE.has(name.toUpperCase()) ? `_xlfn._xlws.${name}` : token;
  });
}
