/** The text in bytes of a file: by its byte order mark, else UTF-8, and Windows-1252 for the lines that are not UTF-8. */
export function decodeText(bytes: Uint8Array): string {
  const encoding = markedEncoding(bytes) ?? guessUtf16(bytes);
  if (encoding !== null) return new TextDecoder(encoding).decode(bytes);
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.includes(replacement) ? decodeMixed(bytes) : text;
}

/** What stands for bytes that are not of an encoding. */
const replacement = '\ufffd';

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Western text in UTF-16 without a mark has a zero for every other byte. */
function guessUtf16(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 400) & ~1;
  if (length < 8) return null;
  const zeros = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1]! += 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > length * 0.35 && even < length * 0.05) return 'utf-16le';
  return even > length * 0.35 && odd < length * 0.05 ? 'utf-16be' : null;
}

/** Pages put together from several sources: each line in the encoding that it is in. */
function decodeMixed(bytes: Uint8Array): string {
  const utf8 = new TextDecoder('utf-8');
  const windows = new TextDecoder('windows-1252');
  const lines: string[] = [];
  let start = 0;
  while (start <= bytes.length) {
    const feed = bytes.indexOf(10, start);
    const end = feed < 0 ? bytes.length : feed;
    const line = bytes.subarray(start, end);
    const text = utf8.decode(line);
    lines.push(text.includes(replacement) ? windows.decode(line) : text);
    start = end + 1;
  }
  return lines.join('\n');
}
