import { barPosition, contentPosition, reveal, scrollTrack } from './scrolling';

describe('a sheet that the bar can hold', () => {
  const track = scrollTrack(100_000, 500);
  it('scrolls pixel by pixel', () => {
    expect(track.element).toBe(100_000);
    expect(contentPosition(track, 1234, 0, 0)).toBe(1234);
    expect(barPosition(track, 1234)).toBe(1234);
  });
});

describe('a sheet of 1,048,576 tall rows', () => {
  const track = scrollTrack(1_048_576 * 40, 600);
  const end = 1_048_576 * 40 - 600;

  it('has an element that browsers can make', () => {
    expect(track.element).toBe(15_000_000);
  });
  it('reaches both ends exactly', () => {
    expect(contentPosition(track, 15_000_000 - 600, 100, 0)).toBe(end);
    expect(contentPosition(track, 0, 100, 5000)).toBe(0);
    expect(Math.round(barPosition(track, end))).toBe(15_000_000 - 600);
  });
  it('moves by as much as the wheel does, and in proportion to a drag', () => {
    expect(contentPosition(track, 5_000_100, 5_000_000, 14_000_000)).toBe(14_000_100);
    expect(contentPosition(track, 7_499_700, 10, 0)).toBeCloseTo(end / 2, -1);
  });
});

describe('reveal', () => {
  it.each([
    ['what already shows', 120, 140, 100],
    ['what is above', 50, 70, 50],
    ['what is below', 210, 230, 130],
    ['what is taller than the window', 150, 400, 150],
  ])('%s', (_, start, end, expected) => {
    expect(reveal(100, 100, start, end)).toBe(expected);
  });
});
