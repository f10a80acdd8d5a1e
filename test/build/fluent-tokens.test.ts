import { tokens } from '@fluentui/react-components';
import fluentTokens from '../../scripts/fluent-tokens.mjs';

it('puts each token of Fluent as it is where its name was', () => {
  const names = Object.keys(tokens).filter((name) => !name.startsWith('zIndex'));
  const values = Object.entries(tokens).filter(([name]) => names.includes(name));
  expect(values).toEqual(names.map((name) => [name, `var(--${name})`]));
  expect(names.length).toBeGreaterThan(400);
});

it('changes nothing else', () => {
  const source = 'import { tokens } from "theme"; const width = `calc(${tokens.strokeWidthThin} + 1px)`, a = tokens.b;';
  expect(fluentTokens(source)).toBe(
    'import { tokens } from "theme"; const width = `calc(${"var(--strokeWidthThin)"} + 1px)`, a = "var(--b)";',
  );
  expect(fluentTokens('tokens.zIndexPopup; mytokens.b')).toBe('tokens.zIndexPopup; mytokens.b');
});
