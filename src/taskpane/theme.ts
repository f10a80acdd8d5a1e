import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from '@fluentui/react-components';

/**
 * Where `theme.css` comes from; no part of the pane itself. A stylesheet, and not Fluent's provider, which would
 * carry two themes, the code that makes them and a watcher of the keyboard into the first load, and put the
 * theme in the page once React runs: this one is there before, and follows the system by itself.
 */

/** The teal of the icons, from the darkest to the lightest. */
const brand: BrandVariants = {
  10: '#02191d',
  20: '#06272d',
  30: '#08363e',
  40: '#09434d',
  50: '#0a505c',
  60: '#0b5d6b',
  70: '#0c6a79',
  80: '#0d7787',
  90: '#228797',
  100: '#3d97a6',
  110: '#57a7b4',
  120: '#70b6c2',
  130: '#89c5cf',
  140: '#a3d4dc',
  150: '#bee3e9',
  160: '#daf2f5',
};

const light = createLightTheme(brand);

/** Fluent's own choice of brand text is too dark for text on its dark grounds. */
const dark: Theme = {
  ...createDarkTheme(brand),
  colorBrandForeground1: brand[120],
  colorBrandForeground2: brand[130],
  colorBrandForegroundLink: brand[130],
  colorBrandForegroundLinkHover: brand[140],
  colorBrandForegroundLinkPressed: brand[120],
};

/**
 * The tokens of Fluent that are `used`, by their names, as custom properties, for what the person asked of the system. Not
 * from `Office.context.officeTheme`, which is undefined on the web; contrast themes (`forced-colors`) are the browser's
 * and Fluent's own doing.
 */
export function themeStylesheet(used: ReadonlySet<string>): string {
  const tokens = Object.entries(light).filter(([token]) => used.has(token));
  const different = Object.entries(dark).filter(
    ([token, value]) => used.has(token) && light[token as keyof Theme] !== value,
  );
  return [
    '/* Made from theme.ts, whose test says how. */',
    '',
    rule(tokens, ''),
    '',
    '@media (prefers-color-scheme: dark) {',
    rule(different, '  '),
    '}',
    '',
  ].join('\n');
}

function rule(tokens: readonly (readonly [string, string | number])[], margin: string): string {
  const lines = tokens.map(([token, value]) => `${margin}  --${token}: ${value};`);
  return [`${margin}:root {`, ...lines, `${margin}}`].join('\n');
}
