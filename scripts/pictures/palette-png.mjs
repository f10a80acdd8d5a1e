/* global window -- one function of this file runs in the browser */
/**
 * A picture of the screen as a PNG of 256 colours, a third of the size of the browser's own: the colours that are
 * used most are kept as they are, and the few others, at the edges of letters, become the nearest of them.
 */
import { deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const INDEXED = 3;

/** Packs a PNG. `page` is any page of the browser: its canvas reads the pixels. */
export async function packed(page, png) {
  const { width, height, palette, pixels } = await page.evaluate(indexed, png.toString('base64'));
  const rows = Buffer.from(pixels, 'base64');
  // Each line begins with the number of its filter; 0, none, suits a palette.
  const lines = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) rows.copy(lines, y * (width + 1) + 1, y * width, (y + 1) * width);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, INDEXED, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette)),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Runs in the page: it can use nothing from around it. */
async function indexed(base64) {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const picture = await window.createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const { width, height } = picture;
  const context = new window.OffscreenCanvas(width, height).getContext('2d');
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);

  const counts = new Map();
  const colourAt = (at) => (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
  for (let at = 0; at < data.length; at += 4) counts.set(colourAt(at), (counts.get(colourAt(at)) ?? 0) + 1);
  const kept = [...counts]
    .sort((one, other) => other[1] - one[1])
    .slice(0, 256)
    .map(([colour]) => colour);
  const parts = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];
  const distance = (one, other) => parts(one).reduce((sum, part, at) => sum + (part - parts(other)[at]) ** 2, 0);
  const nearest = (colour) =>
    kept.reduce((best, each, at) => (distance(each, colour) < distance(kept[best], colour) ? at : best), 0);
  const places = new Map(kept.map((colour, at) => [colour, at]));

  let pixels = '';
  for (let at = 0; at < data.length; at += 4) {
    const colour = colourAt(at);
    if (!places.has(colour)) places.set(colour, nearest(colour));
    pixels += String.fromCharCode(places.get(colour));
  }
  return { width, height, palette: kept.flatMap(parts), pixels: btoa(pixels) };
}

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** The check of a PNG's chunks; Node's own came with 20.15. */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
