/** Paper sizes by the number of the file, from 1, under the names of the API. */
const NAMES = (
  'Letter LetterSmall Tabloid Ledger Legal Statement Executive A3 A4 A4Small A5 B4 B5 Folio Quatro Paper10x14 ' +
  'Paper11x17 Note Envelope9 Envelope10 Envelope11 Envelope12 Envelope14 Csheet Dsheet Esheet EnvelopeDL EnvelopeC5 ' +
  'EnvelopeC3 EnvelopeC4 EnvelopeC6 EnvelopeC65 EnvelopeB4 EnvelopeB5 EnvelopeB6 EnvelopeItaly EnvelopeMonarch ' +
  'EnvelopePersonal FanfoldUS FanfoldStdGerman FanfoldLegalGerman'
).split(' ');

/** The name of a size; those of printers, beyond the list, read as Letter. */
export function paperName(code: number): string {
  return NAMES[code - 1] ?? 'Letter';
}

export function paperCode(name: string): number {
  return (
    Math.max(
      NAMES.findIndex((known) => known.toLowerCase() === name.toLowerCase()),
      0,
    ) + 1
  );
}
