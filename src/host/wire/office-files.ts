import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';

const PACKAGE = path.join('node_modules', '@microsoft', 'office-js', 'dist');

/**
 * The folder with Microsoft's installed scripts: looked for upwards from the running program, then from the current
 * directory. It is read at run time and never bundled: its licence does not let it become part of this project.
 * Throws where the package is not installed.
 */
function officeFolder(): string {
  const program = process.argv[1];
  const starts = [
    ...(program !== undefined && existsSync(program) ? [path.dirname(realpathSync(program))] : []),
    process.cwd(),
  ];
  for (const start of starts) {
    for (let folder = start; ; folder = path.dirname(folder)) {
      const candidate = path.join(folder, PACKAGE);
      if (existsSync(candidate)) return candidate;
      if (folder === path.dirname(folder)) break;
    }
  }
  throw new Error('The package @microsoft/office-js is not installed: run npm ci.');
}

/** The text of one of its scripts; names are lower-case on disk, whatever the loader asks for. */
export function readOfficeFile(name: string): string {
  return readFileSync(path.join(officeFolder(), name.toLowerCase()), 'utf8');
}
