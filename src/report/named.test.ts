import { unnamed } from './named';

describe('unnamed', () => {
  it.each([
    ['named in brackets', ['Noé Roy, DG'], ['(Avec Noé Roy, DG)'], []],
    ['named in a sentence', ['Noé Roy'], ['Ordre des relieurs', '(Noé Roy, DG, y a assisté en mon absence)'], []],
    ['other case, accents, spaces and punctuation', ['Noé Roy, DG'], ['avec NOE\u00a0ROY - dg'], []],
    ['one of two', ['Élise Arbour', 'Noé Roy'], ['Avec Noé Roy'], ['Élise Arbour']],
    ['a part of a word', ['Noé Roy'], ['Noé Royer'], ['Noé Roy']],
    ['over two lines', ['Noé Roy'], ['Noé', 'Roy'], ['Noé Roy']],
    ['no details', ['Noé Roy'], [], ['Noé Roy']],
    ['accents of their own', ['Noe\u0301 Roy'], ['Avec Noé Roy'], []],
    ['beside a picture', ['Noé Roy'], ['🙂 Noé Roy'], []],
    ['in Greek capitals', ['Νίκος Ρόης'], ['ΜΕ ΝΙΚΟΣ ΡΟΗΣ'], []],
    ['no name', [''], ['Avec Noé Roy'], ['']],
    ['nobody', [], ['Avec démonstration'], []],
  ])('%s', (_case, participants, details, expected) => {
    expect(unnamed(participants, details)).toEqual(expected);
  });
});
