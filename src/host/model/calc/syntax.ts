import { parse, tokenize } from '@cj-tech-master/excelts/formula';

/** A formula as the library's parser reads it. Its kinds are told apart by the members that each has. */
export type Node = ReturnType<typeof parse>;
export type CallNode = Extract<Node, { args: unknown }>;
export type StructuredNode = Extract<Node, { tableName: unknown }>;

/** Excel's own limit for the text of a formula. */
const MAX_FORMULA = 8192;

/** Excel writes functions younger than the file format with a prefix, and parameters of LAMBDA and LET with another. */
const storagePrefix = /_xlfn\.(?:_xlws\.)?|_xlpm\./gi;

/** The prefixes taken off, outside of text literals. */
function withoutPrefixes(formula: string): string {
  if (!/_xl(?:fn|pm)\./i.test(formula)) return formula;
  return formula
    .split('"')
    .map((part, index) => (index % 2 === 0 ? part.replace(storagePrefix, '') : part))
    .join('"');
}

/** Texts and quoted sheets, passed over unless an error follows, and what Excel leaves of a reference to cells deleted. */
const deadReference = /"(?:[^"]|"")*"|(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!#REF!/gu;

/** `Plan!#REF!` is the error itself, whatever the sheet, which the parser does not know. */
export function withoutDeadReferences(formula: string): string {
  if (!formula.includes('!#REF!')) return formula;
  return formula.replace(deadReference, (piece) => (piece.startsWith('"') ? piece : '#REF!'));
}

/** Whether a formula is longer than Excel takes. */
export function isTooLong(formula: string): boolean {
  return formula.length > MAX_FORMULA;
}

/** The tree of a formula (without its `=`), or null when it is none. */
export function parseFormula(formula: string): Node | null {
  if (isTooLong(formula)) return null;
  try {
    return parse(tokenize(withoutDeadReferences(withoutPrefixes(formula))));
  } catch (error) {
    // The library has no other way to say that a text is no formula.
    if (error instanceof Error) return null;
    throw error;
  }
}

/** The nodes right below. */
export function childrenOf(node: Node): readonly Node[] {
  if ('args' in node) return node.args;
  if ('areas' in node) return node.areas;
  if ('rows' in node) return node.rows.flat();
  if ('left' in node) return [node.left, node.right];
  if ('operand' in node) return [node.operand];
  return [];
}
