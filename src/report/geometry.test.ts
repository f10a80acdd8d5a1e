import { filledCells, gridOf } from './geometry';
import { paperOf } from './paper';

describe('filledCells', () => {
  it.each([
    { covered: 0, all: 3, cells: 0 },
    { covered: 1, all: 3, cells: 3 },
    { covered: 2, all: 3, cells: 7 },
    { covered: 3, all: 3, cells: 10 },
    { covered: 1, all: 500, cells: 1 },
    { covered: 499, all: 500, cells: 9 },
  ])('$covered of $all', ({ covered, all, cells }) => {
    expect(filledCells(covered, all)).toBe(cells);
  });
});

describe('gridOf', () => {
  it.each([
    { layout: 'columns', hasCoverage: true },
    { layout: 'columns', hasCoverage: false },
    { layout: 'compact', hasCoverage: true },
    { layout: 'compact', hasCoverage: false },
  ] as const)('fills a letter page, $layout, coverage $hasCoverage', ({ layout, hasCoverage }) => {
    const { widths, bar } = gridOf(layout, hasCoverage);
    const bars = bar ? (bar.cells - 1) * widths[bar.column]! : 0;
    expect(widths.reduce((sum, width) => sum + width, bars)).toBeCloseTo(716);
  });
});

describe('paperOf', () => {
  it.each([
    { locales: ['fr-CA'], paper: 'letter' },
    { locales: ['en_US.UTF-8'], paper: 'letter' },
    { locales: ['fr-FR', 'en-US'], paper: 'a4' },
    { locales: ['fr', 'en-GB'], paper: 'a4' },
    { locales: ['zh-Hant-TW'], paper: 'a4' },
    { locales: ['', 'fr'], paper: 'letter' },
  ])('$locales', ({ locales, paper }) => {
    expect(paperOf(locales)).toBe(paper);
  });
});
