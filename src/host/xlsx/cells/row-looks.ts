import type { RowProperties, StyleId } from '../../model';
import { parseXml } from '../xml/xml';

export type RowLook = Omit<RowProperties, 'row'>;

/** What the attributes of a row say beyond its number. */
interface RowAttributes {
  /** Null where it looks like any other. */
  readonly look: RowLook | null;
  /** Attributes that the model does not hold, as they are written. */
  readonly kept: string;
}

/** Attributes of rows that the model holds, or that are only a hint. */
const MODEL_ROW = ['r', 'spans', 's', 'customFormat', 'ht', 'customHeight', 'hidden'];

/** Reads the attributes of rows, which repeat from row to row: one look for all that are written the same. */
export class RowLooks {
  private readonly known = new Map<string, RowAttributes>();

  constructor(
    private readonly styles: readonly StyleId[],
    private readonly part: string,
  ) {}

  /** Errors: XlsxError badXml. */
  of(attributes: string): RowAttributes {
    let read = this.known.get(attributes);
    if (!read) this.known.set(attributes, (read = this.read(attributes)));
    return read;
  }

  private read(attributes: string): RowAttributes {
    const { root } = parseXml(`<row ${attributes}/>`, this.part);
    const on = (name: string): boolean => ['1', 'true'].includes(root.get(name) ?? '');
    const height = root.get('ht');
    const look: RowLook = {
      ...(height === undefined ? {} : { height: Number(height) }),
      custom: on('customHeight'),
      hidden: on('hidden'),
      style: on('customFormat') ? (this.styles[Number(root.get('s') ?? 0)] ?? 0) : 0,
    };
    for (const name of MODEL_ROW) root.set(name, undefined);
    const kept = root.head().slice('<row'.length);
    return { kept, look: look.height !== undefined || look.hidden || look.style !== 0 ? look : null };
  }
}
