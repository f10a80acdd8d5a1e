import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';

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

const darkQuery = '(prefers-color-scheme: dark)';

/**
 * Fluent's theme for what the person asked of the system. Not from `Office.context.officeTheme`, which is
 * undefined on the web; contrast themes (`forced-colors`) are the browser's and Fluent's own doing.
 */
export function useTheme(): Theme {
  const isDark = useSyncExternalStore(subscribe, () => matchMedia(darkQuery).matches);
  return isDark ? dark : light;
}

function subscribe(changed: () => void): () => void {
  const query = matchMedia(darkQuery);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
