import type { Block, ListMark } from './blocks';
import { BlockBuilder, type Look } from './builder';
import { clean } from './clean';
import { type Read, refused } from './refusals';
import { scanXml, type XmlHandler, type XmlTag } from './xml';
import type { ZipArchive } from './zip';

/**
 * Lines and tables of a Word file, deleted text and the furniture of its pages (headers, footers) left
 * out; footnotes and comments are lines after the text, marked `[1]` and `[OT1]`. (mammoth, which makes HTML of such files, weighs 90 KB in the browser, loses what the
 * list marks look like and unpacks without bounds.)
 */
export function readDocx(archive: ZipArchive): Read<readonly Block[]> {
  const main = archive.text('word/document.xml');
  if (!main.ok) return main;
  const numbering = archive.text('word/numbering.xml');
  if (!numbering.ok) return numbering;
  if (main.value === null) return refused('damaged');
  const marks = new NumberingReader();
  if (numbering.value !== null && !scanXml(numbering.value, marks)) return refused('damaged');
  const reader = new DocumentReader(marks);
  if (!scanXml(clean(main.value), reader)) return refused('damaged');
  for (const name of ['footnotes', 'endnotes', 'comments']) {
    const notes = archive.text(`word/${name}.xml`);
    if (!notes.ok) return notes;
    if (notes.value !== null && !scanXml(clean(notes.value), reader)) return refused('damaged');
  }
  const blocks = reader.builder.finish();
  if (reader.builder.tooDeep) return refused('tooDeep');
  if (reader.builder.tooLarge) return refused('tooLarge');
  return blocks.length === 0 && reader.images > 0 ? refused('imageOnly') : { ok: true, value: blocks };
}

/** Elements whose text is not the document's: what was deleted, field codes, and the older copy of a drawing. */
const hidden = new Set(['del', 'moveFrom', 'delText', 'instrText', 'delInstrText', 'Fallback']);

class DocumentReader implements XmlHandler {
  readonly builder = new BlockBuilder();
  images = 0;
  private skipped = 0;
  private inText = false;
  private look: { bold: boolean; italic: boolean } & Look = { bold: false, italic: false };
  private inRunProperties = false;
  private inParagraphProperties = false;
  private paragraph: { heading: number; level: number; list: string | null } = noKind;
  private cell: { columns: number; merged: boolean } | null = null;
  private hiddenRun = false;
  /** The mark of the footnote or comment that begins, until its first text. */
  private mark = '';

  constructor(private readonly numbering: NumberingReader) {}

  open(name: string, tag: XmlTag): void {
    if (hidden.has(name)) this.skipped += 1;
    if (this.skipped > 0) return;
    if (this.inParagraphProperties) this.readParagraphProperty(name, tag);
    else if (this.inRunProperties) this.readRunProperty(name, tag);
    else this.openContent(name, tag);
    if (name === 'pPr') this.inParagraphProperties = true;
    if (name === 'rPr' && !this.inParagraphProperties) this.inRunProperties = true;
  }

  close(name: string): void {
    if (hidden.has(name)) this.skipped -= 1;
    if (this.skipped > 0) return;
    switch (name) {
      case 'pPr':
        this.inParagraphProperties = false;
        this.builder.paragraph({ heading: this.paragraph.heading, list: this.listMark() });
        break;
      case 'rPr':
        this.inRunProperties = false;
        break;
      case 't':
        this.inText = false;
        break;
      case 'p':
        this.builder.paragraph();
        break;
      case 'tcPr':
        this.openCell();
        break;
      case 'tc':
        this.openCell();
        this.builder.closeCell();
        break;
      case 'tr':
        this.builder.closeRow();
        break;
      case 'tbl':
        this.builder.closeTable();
        break;
    }
  }

  text(text: string): void {
    if (!this.inText || this.skipped > 0 || this.hiddenRun) return;
    this.builder.text(this.mark + text, this.look);
    this.mark = '';
  }

  private openContent(name: string, tag: XmlTag): void {
    switch (name) {
      case 'p':
        this.openCell();
        this.paragraph = noKind;
        this.builder.paragraph();
        break;
      case 'r':
        this.look = { bold: false, italic: false };
        this.hiddenRun = false;
        break;
      case 't':
        this.inText = true;
        break;
      case 'tab':
        this.builder.text(' ', this.look);
        break;
      case 'br':
      case 'cr':
        this.builder.lineBreak();
        break;
      case 'noBreakHyphen':
        this.builder.text('-', this.look);
        break;
      case 'footnoteReference':
      case 'endnoteReference':
        this.builder.text(noteMark(tag), this.look);
        break;
      case 'footnote':
      case 'endnote':
      case 'comment':
        this.mark = `${noteMark(tag)} `;
        break;
      case 'drawing':
        this.images += 1;
        break;
      case 'tbl':
        this.openCell();
        this.builder.openTable();
        break;
      case 'tr':
        this.builder.openRow();
        break;
      case 'tc':
        this.cell = { columns: 1, merged: false };
        break;
      case 'gridSpan':
        if (this.cell) this.cell.columns = Number(tag.get('val'));
        break;
      case 'vMerge':
        if (this.cell) this.cell.merged = tag.get('val') !== 'restart';
        break;
      case 'gridBefore':
        for (let left = Math.min(64, Number(tag.get('val')) || 0); left > 0; left--) this.builder.openCell();
        break;
    }
  }

  /** Its properties come first: the cell is opened at their end, or at its first content where it has none. */
  private openCell(): void {
    if (this.cell) this.builder.openCell(this.cell.columns, 1, this.cell.merged ? 'down' : 'no');
    this.cell = null;
  }

  private readParagraphProperty(name: string, tag: XmlTag): void {
    const value = tag.get('val') ?? '';
    if (name === 'pStyle') {
      const level = /^(?:heading|titre|überschrift)\s?([1-6])$/i.exec(value)?.[1];
      const heading = level !== undefined ? Number(level) : /^(?:title|titre)$/i.test(value) ? 1 : 0;
      this.paragraph = { ...this.paragraph, heading };
    } else if (name === 'ilvl') {
      this.paragraph = { ...this.paragraph, level: Number(value) || 0 };
    } else if (name === 'numId' && value !== '0') {
      this.paragraph = { ...this.paragraph, list: value };
    }
  }

  private readRunProperty(name: string, tag: XmlTag): void {
    const on = !/^(?:0|false|off|none)$/.test(tag.get('val') ?? '');
    if (name === 'b') this.look = { ...this.look, bold: on };
    else if (name === 'i') this.look = { ...this.look, italic: on };
    else if (name === 'vanish' && on) this.hiddenRun = true;
    // The character styles « Élevé » and "Strong".
    else if (name === 'rStyle' && /^(?:strong|lev)$/i.test(tag.get('val') ?? ''))
      this.look = { ...this.look, bold: true };
  }

  private listMark(): ListMark | null {
    const { list, level } = this.paragraph;
    return list === null ? null : { depth: level + 1, marker: this.numbering.next(list, level), typed: false };
  }
}

function noteMark(tag: XmlTag): string {
  return `[${tag.get('initials') ?? ''}${tag.get('id') ?? ''}]`;
}

const noKind: { heading: number; level: number; list: string | null } = { heading: 0, level: 0, list: null };

/** What Word prints before the items of its lists, counted as they come. */
class NumberingReader implements XmlHandler {
  /** The text of each level of an abstract list, `%1.%2` for numbers. */
  private readonly levels = new Map<string, string[]>();
  private readonly abstractOf = new Map<string, string>();
  private readonly counts = new Map<string, number[]>();
  private abstract = '';
  private level = 0;
  private list = '';

  open(name: string, tag: XmlTag): void {
    const value = tag.get('val') ?? '';
    if (name === 'abstractNum') {
      this.abstract = tag.get('abstractNumId') ?? '';
      this.levels.set(this.abstract, []);
    } else if (name === 'lvl') {
      this.level = Number(tag.get('ilvl')) || 0;
    } else if (name === 'lvlText') {
      const texts = this.levels.get(this.abstract);
      if (texts && this.level < 9) texts[this.level] = value;
    } else if (name === 'num') {
      this.list = tag.get('numId') ?? '';
    } else if (name === 'abstractNumId') {
      this.abstractOf.set(this.list, value);
    }
  }

  /** The mark of the next item of a list at a level. */
  next(list: string, level: number): string {
    const counts = this.counts.get(list) ?? [];
    counts.length = Math.min(counts.length, level + 1);
    counts[level] = (counts[level] ?? 0) + 1;
    this.counts.set(list, counts);
    const text = this.levels.get(this.abstractOf.get(list) ?? '')?.[level] ?? '';
    return text.replace(/%(\d)/g, (_, digit: string) => String(counts[Number(digit) - 1] ?? 1));
  }
}
