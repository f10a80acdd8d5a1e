import type { Terminal } from '../../src/cli/io';

/** A terminal in memory: what a command was given and what it printed. */
export interface FakeTerminal extends Terminal {
  readonly out: () => string;
  readonly outBytes: () => Uint8Array;
  readonly err: () => string;
}

export function terminal({ stdin = new Uint8Array(), lang = 'fr_CA.UTF-8' } = {}): FakeTerminal {
  const out: Buffer[] = [];
  const err: string[] = [];
  return {
    stdin: () => Promise.resolve(stdin),
    stdout: (data) => out.push(Buffer.from(data)),
    stderr: (text) => err.push(text),
    environment: { LANG: lang },
    out: () => Buffer.concat(out).toString('utf8'),
    outBytes: () => Buffer.concat(out),
    err: () => err.join(''),
  };
}
