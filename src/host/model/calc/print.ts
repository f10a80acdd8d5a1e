import { quoteSheetName } from '../geometry/address';
import type { Node, StructuredNode } from './syntax';

/** The parser's number for an error literal: the one kind that its members do not tell from a text literal. */
const ERROR_LITERAL = 4;

function sheetPrefix(node: { readonly sheet?: string; readonly endSheet?: string }): string {
  if (node.sheet === undefined) return '';
  if (node.endSheet === undefined) return `${quoteSheetName(node.sheet)}!`;
  return `'${node.sheet.replaceAll("'", "''")}:${node.endSheet.replaceAll("'", "''")}'!`;
}

function structured(node: StructuredNode): string {
  const columns = node.columns.map((column) => `[${column.replace(/['#[\]]/g, "'$&")}]`).join(':');
  const specials = node.specials.map((special) => `[${special}]`);
  return `${node.tableName}[${[...specials, ...(columns === '' ? [] : [columns])].join(',')}]`;
}

type Literal = Extract<Node, { value: unknown }>;

/** The error (`#N/A`) that a literal is, if it is one. */
export function errorLiteral({ type, value }: Literal): string | undefined {
  return type.valueOf() === ERROR_LITERAL ? String(value) : undefined;
}

function literal(node: Literal): string {
  if (typeof node.value === 'number') return String(node.value);
  if (typeof node.value === 'boolean') return node.value ? 'TRUE' : 'FALSE';
  return errorLiteral(node) ?? `"${node.value.replaceAll('"', '""')}"`;
}

/** A formula's text from its tree. `replace` may give a node another text. */
export function printFormula(node: Node, replace: (node: Node) => string | undefined): string {
  const print = (part: Node): string => {
    const replaced = replace(part);
    if (replaced !== undefined) return replaced;
    if ('args' in part) return `${part.name}(${part.args.map(print).join(',')})`;
    if ('tableName' in part) return structured(part);
    if ('areas' in part) return `(${part.areas.map(print).join(',')})`;
    if ('rows' in part) return `{${part.rows.map((row) => row.map(print).join(',')).join(';')}}`;
    if ('left' in part) return `(${print(part.left)}${part.op}${print(part.right)})`;
    if ('op' in part) return `(${part.op}${print(part.operand)})`;
    if ('operand' in part) return `(${print(part.operand)}%)`;
    if ('startCol' in part) return `${sheetPrefix(part)}${part.startCol}:${part.endCol}`;
    if ('startRow' in part) return `${sheetPrefix(part)}${part.startRow}:${part.endRow}`;
    if ('start' in part) return `${sheetPrefix(part)}${part.start.col}${part.start.row}:${part.end.col}${part.end.row}`;
    if ('col' in part) return `${sheetPrefix(part)}${part.col}${part.row}`;
    if ('name' in part) return part.name;
    if ('value' in part) return literal(part);
    return '';
  };
  return print(node);
}
