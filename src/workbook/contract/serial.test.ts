import { parseIso } from '../../plan';
import { fromSerial, toSerial } from './serial';

describe('serial numbers', () => {
  it.each([
    ['1900-03-01', 61],
    ['1970-01-01', 25569],
    ['2021-06-02', 44349],
    ['2024-02-29', 45351],
    ['9999-12-31', 2958465],
  ])('%s is %d', (iso, serial) => {
    expect(toSerial(parseIso(iso)!)).toBe(serial);
    expect(fromSerial(serial)).toBe(iso);
  });

  it.each([
    [44349.75, '2021-06-02'],
    [60, null],
    [0, null],
    [-1, null],
    [2958466, null],
    [Number.NaN, null],
  ])('%d is %s', (serial, day) => {
    expect(fromSerial(serial)).toBe(day);
  });
});
