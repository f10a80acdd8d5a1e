import type { RowProperties, StyleId } from '../../model';

export type RowLook = Omit<RowProperties, 'row'>;

/** What the attributes of a row say beyond its number. */
interface RowAttributes {
  /** Null where it looks like any other. */
  readonly look: RowLook | null;
  /** Attributes that the model does not hold, as they are written, with a space before each. */
  readonly kept: string;
}

/** Of the groups of an outline. */
const DEEPEST = 7;
const NOTHING: RowAttributes = { look: null, kept: '' };

/** Reads the attributes of rows, one after the other; rows that look or are written the same share what is made of it. */
export class RowLooks {
  /** By what a look has but its height, and by its height: a key of text for each row would cost more than the row. */
  private readonly looks = new Map<number, Map<number, RowLook>>();
  private readonly texts = new Map<string, string>();
  private isPlain = true;
  private kept = '';
  private format = '';
  private height = '';
  private isStyled = false;
  private custom = false;
  private hidden = false;
  private outline = 0;
  private collapsed = false;

  constructor(private readonly styles: readonly StyleId[]) {}

  /** A row begins. */
  begin(): void {
    if (this.isPlain) return;
    this.isPlain = true;
    this.kept = '';
    this.format = '';
    this.height = '';
    this.outline = 0;
    this.isStyled = this.custom = this.hidden = this.collapsed = false;
  }

  /** An attribute of it; false for one that the model does not hold. */
  take(name: string, value: string): boolean {
    this.isPlain = false;
    const isOn = value === '1' || value === 'true';
    if (name === 'ht') this.height = value;
    else if (name === 'customHeight') this.custom = isOn;
    else if (name === 'hidden') this.hidden = isOn;
    else if (name === 's') this.format = value;
    else if (name === 'customFormat') this.isStyled = isOn;
    else if (name === 'outlineLevel') this.outline = Math.min(Number(value) || 0, DEEPEST);
    else if (name === 'collapsed') this.collapsed = isOn;
    else return false;
    return true;
  }

  /** An attribute that the model does not hold, as it is written. */
  keep(attribute: string): void {
    this.kept += attribute;
  }

  /** What the row's attributes came to. */
  end(): RowAttributes {
    if (this.isPlain) return NOTHING;
    return { kept: this.kept === '' ? '' : this.shared(this.kept), look: this.look() };
  }

  private look(): RowLook | null {
    const { custom, hidden, height, outline, collapsed } = this;
    const style = this.isStyled ? (this.styles[Number(this.format)] ?? 0) : 0;
    if (height === '' && !hidden && style === 0 && outline === 0 && !collapsed) return null;
    const kind = ((style * 8 + outline) * 2 + (collapsed ? 1 : 0)) * 4 + (custom ? 2 : 0) + (hidden ? 1 : 0);
    let ofKind = this.looks.get(kind);
    if (!ofKind) this.looks.set(kind, (ofKind = new Map<number, RowLook>()));
    const points = height === '' ? -1 : Number(height);
    let look = ofKind.get(points);
    if (!look) {
      const grouped = { ...(outline > 0 && { outline }), ...(collapsed && { collapsed }) };
      look = { ...(height === '' ? {} : { height: points }), custom, hidden, style, ...grouped };
      ofKind.set(points, look);
    }
    return look;
  }

  private shared(text: string): string {
    const known = this.texts.get(text);
    if (known !== undefined) return known;
    this.texts.set(text, text);
    return text;
  }
}
