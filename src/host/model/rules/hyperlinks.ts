import { HostError } from '../../errors';
import { editRange, tellFormat } from '../cells/edit';
import { restyle } from '../cells/formats';
import { bounding, intersects, subtract, type Rect } from '../geometry/rect';
import type { StylePatch } from '../looks/style';
import type { Sheet } from '../sheet';

export interface Hyperlink {
  readonly rect: Rect;
  readonly address?: string;
  readonly documentReference?: string;
  readonly screenTip?: string;
}

/** Links that Excel keeps of a sheet. */
const MAX_LINKS = 65_530;

/** What a link looks like once it is set. */
const LINK_LOOK: StylePatch = { font: { color: '#0563C1', underline: 'Single' } };

/** Takes a range out of the links. */
export function withoutLinks(links: readonly Hyperlink[], rect: Rect): readonly Hyperlink[] {
  if (!links.some((link) => intersects(link.rect, rect))) return links;
  return links.flatMap((link) => subtract(link.rect, rect).map((part) => ({ ...link, rect: part })));
}

/** The links of a sheet's cells. */
export class Hyperlinks {
  readonly #sheet: Sheet;

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
  }

  get all(): readonly Hyperlink[] {
    return this.#sheet.state.hyperlinks;
  }

  /** Sets or removes (null) the link of a range; its cells take on the look of a link. */
  set(rect: Rect, link: Omit<Hyperlink, 'rect'> | null): void {
    const sheet = this.#sheet;
    editRange(sheet, rect, 'allowInsertHyperlinks', () => {
      const others = sheet.workbook.isLoading ? this.all : withoutLinks(this.all, rect);
      sheet.update({ hyperlinks: link ? [...others, { ...link, rect }] : others });
      if (link && !sheet.workbook.isLoading) restyle(sheet, rect, LINK_LOOK);
      tellFormat(sheet, rect);
    });
  }

  /** Sets the links of many ranges, which do not overlap, at once: one by one costs their number squared. */
  setAll(links: readonly Hyperlink[]): void {
    const sheet = this.#sheet;
    const [first] = links;
    if (!first) return;
    const around = links.reduce((rect, link) => bounding(rect, link.rect), first.rect);
    editRange(sheet, around, 'allowInsertHyperlinks', () => {
      const isFree = !this.all.some((link) => intersects(link.rect, around));
      const others = isFree ? this.all : links.reduce((rest, { rect }) => withoutLinks(rest, rect), this.all);
      if (others.length + links.length > MAX_LINKS && !sheet.workbook.isLoading) {
        throw new HostError('InvalidOperation', 'A sheet keeps 65,530 links.');
      }
      sheet.update({ hyperlinks: [...others, ...links] });
      for (const { rect } of links) restyle(sheet, rect, LINK_LOOK);
      tellFormat(sheet, around);
    });
  }
}
