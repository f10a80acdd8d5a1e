import { followableAddress } from './links';

it.each([
  ['https://example.org/a b', 'https://example.org/a%20b'],
  ['mailto:a@example.org', 'mailto:a@example.org'],
  ['javascript:alert(1)', null],
  ['file:///etc/passwd', null],
  ['data:text/html,x', null],
  ['docs/plan.docx', null],
  ['', null],
])('%s leads to %s', (address, expected) => {
  expect(followableAddress(address)).toBe(expected);
});
