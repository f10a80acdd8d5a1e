import type { ReportSheet } from './model';

/** Excel refuses the whole request for a longer one. */
const longestLink = 2_083;

/**
 * The address when it may be made a link on paper that others open: web and mail only, as a cell of a
 * shared workbook can hold anything (`javascript:`, `file:`, a script on somebody's server). Nor one with characters
 * that do not show, which can make it look like another.
 */
export function safeLink(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed.length > longestLink || !/^(?:https?:\/\/|mailto:)[^\s\p{Cc}\p{Cf}]+$/iu.test(trimmed)) return undefined;
  return URL.canParse(trimmed) ? trimmed : undefined;
}

/** Excel keeps 65,530 links of a sheet, and refuses the whole request for one more. */
const mostLinks = 65_000;

/** The report with no more links than a sheet holds: the addresses beyond stay as texts. */
export function withFewLinks(report: ReportSheet, most = mostLinks): ReportSheet {
  let links = 0;
  const isOver = report.rows.map(({ cells }) => {
    for (const { link } of cells) if (link !== undefined) links += 1;
    return links > most;
  });
  if (links <= most) return report;
  const rows = report.rows.map((row, index) =>
    isOver[index] === true ? { ...row, cells: row.cells.map(({ link: _link, ...cell }) => cell) } : row,
  );
  return { ...report, rows };
}
