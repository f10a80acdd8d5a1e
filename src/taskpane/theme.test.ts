/** @jest-environment jsdom */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { themeStylesheet } from './theme';

const file = path.join(__dirname, 'theme.css');
const fluent = path.resolve(__dirname, '../../node_modules/@fluentui');

it('is the stylesheet that theme.ts makes (SUIVI_WRITE_THEME=1 writes it again)', () => {
  const made = themeStylesheet(usedTokens());
  if (process.env.SUIVI_WRITE_THEME === '1') writeFileSync(file, made);
  expect(squeezed(readFileSync(file, 'utf8'))).toEqual(squeezed(made));
});

/** The tokens that the pane's own styles name, and those of the components of Fluent that it imports. */
function usedTokens(): ReadonlySet<string> {
  const sources = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => read(path.join(__dirname, name)));
  const imported = sources.flatMap(
    (text) => /import \{([^}]+)\} from '@fluentui\/react-components'/.exec(text)?.[1] ?? [],
  );
  // Fields are labelled by this one.
  const components = new Set(['Label', ...imported.flatMap((names) => names.match(/\w+/g) ?? [])]);
  const packages = readdirSync(fluent).filter((name) => name.startsWith('react-'));
  const styles = [...components].map((name) =>
    packages
      .map((each) => path.join(fluent, each, 'lib/components', name, `use${name}Styles.styles.js`))
      .find((each) => existsSync(each)),
  );
  expect(styles).not.toContain(undefined);
  const texts = [path.join(__dirname, 'pane.css'), ...styles.filter((each) => each !== undefined)].map(read);
  // In Fluent's styles a token is named both ways.
  return new Set(
    texts.flatMap((text) => [...text.matchAll(/(?:var\(--|\btokens\.)(\w+)/g)].map(([, name = '']) => name)),
  );
}

function read(name: string): string {
  return readFileSync(name, 'utf8');
}

/** However Prettier breaks its lines and spells its numbers. */
function squeezed(css: string): readonly string[] {
  return css
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/(\.\d*?)0+(?=\D)/g, '$1')
    .split(/[;{}]/);
}
