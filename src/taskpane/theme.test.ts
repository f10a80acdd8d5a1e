/** @jest-environment jsdom */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { themeStylesheet } from './theme';

const file = path.join(__dirname, 'theme.css');

it('is the stylesheet that theme.ts makes (SUIVI_WRITE_THEME=1 writes it again)', () => {
  if (process.env.SUIVI_WRITE_THEME === '1') writeFileSync(file, themeStylesheet());
  expect(squeezed(readFileSync(file, 'utf8'))).toEqual(squeezed(themeStylesheet()));
});

/** However Prettier breaks its lines and spells its numbers. */
function squeezed(css: string): readonly string[] {
  return css
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/(\.\d*?)0+(?=\D)/g, '$1')
    .split(/[;{}]/);
}
