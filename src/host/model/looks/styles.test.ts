import { DEFAULT_STYLE, StyleTable } from './styles';

describe('the style table', () => {
  it('keeps equal styles once, whatever the order in which they were built', () => {
    const table = new StyleTable();
    const { wrap, ...rest } = DEFAULT_STYLE;
    expect([table.intern({ ...rest, wrap }), table.size]).toEqual([0, 1]);
    const bold = table.change(0, { font: { bold: true } });
    expect(table.change(bold, { font: { bold: false } })).toBe(0);
    expect(table.change(0, { font: { bold: true } })).toBe(bold);
    expect(table.get(bold)).toEqual({ ...DEFAULT_STYLE, font: { ...DEFAULT_STYLE.font, bold: true } });
  });

  it('merges borders by edge, removes one on null, leaves what is undefined', () => {
    const table = new StyleTable();
    const thin = { line: 'thin', color: '#000000' };
    const both = table.change(0, { borders: { top: thin, left: thin } });
    const one = table.change(both, { borders: { top: null }, wrap: undefined });
    expect(table.get(one)).toEqual({ ...DEFAULT_STYLE, borders: { left: thin } });
  });

  it('takes the default of a file, and tells formats of the file apart', () => {
    const table = new StyleTable();
    table.setDefault({ ...DEFAULT_STYLE, font: { ...DEFAULT_STYLE.font, name: 'Arial' } });
    expect(table.get(0).font.name).toBe('Arial');
    expect(table.intern({ ...table.get(0), xf: 3 })).not.toBe(0);
  });
});
