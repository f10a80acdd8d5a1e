import { readLink } from './link';

it.each([
  { text: '', expected: '' },
  { text: '  ', expected: '' },
  { text: ' https://exemple.org/communique?x=1 ', expected: 'https://exemple.org/communique?x=1' },
  { text: 'http://exemple.org', expected: 'http://exemple.org' },
  { text: 'mailto:dg@exemple.org', expected: 'mailto:dg@exemple.org' },
  { text: 'www.exemple.org/a', expected: 'https://www.exemple.org/a' },
  { text: 'dg@exemple.org', expected: 'mailto:dg@exemple.org' },
  { text: 'mailto:', expected: null },
  { text: 'https://', expected: null },
  { text: 'javascript:alert(1)', expected: null },
  { text: ' JavaScript:alert(1)', expected: null },
  { text: 'data:text/html,x', expected: null },
  { text: 'file:///C:/a.docx', expected: null },
  { text: 'communiqué de presse', expected: null },
  { text: 'https://exemple.org/deux mots', expected: null },
  { text: 'https://exemple.org/\u202egro.live', expected: null },
])('reads $text as $expected', ({ text, expected }) => {
  expect(readLink(text)).toBe(expected);
});
