import { readLines, readParticipants } from './lines';

it.each([
  { text: '', expected: [] },
  { text: ' \n \r\n', expected: [] },
  { text: 'une ligne', expected: ['une ligne'] },
  { text: '\n  - retrait gardé  \r\n\r\nfin\n\n', expected: ['  - retrait gardé', '', 'fin'] },
])('reads the lines of $text', ({ text, expected }) => {
  expect(readLines(text)).toEqual(expected);
});

it.each([
  { text: '', expected: [] },
  { text: 'Josée Roy, DG', expected: ['Josée Roy, DG'] },
  { text: ' Josée Roy, DG ;; Luc Ba;', expected: ['Josée Roy, DG', 'Luc Ba'] },
  { text: 'Josée Roy\r\nLuc Ba', expected: ['Josée Roy', 'Luc Ba'] },
])('reads the participants of $text', ({ text, expected }) => {
  expect(readParticipants(text)).toEqual(expected);
});
