import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describeWhere } from './need';

/** LibreOffice as an independent reader of our files. Calls wait for each other: it is one process at a time. */
export interface LibreOffice {
  /** Converts a file (`pdf`, `xlsx`, `csv`…); gives the path of the result, which is there until the tests end. */
  convert(file: string, to: string): Promise<string>;
  /**
   * Runs a Python script against LibreOffice over UNO: its first argument is the name of the pipe to connect to.
   * Gives what it prints on standard output; throws with its standard error when it fails.
   */
  uno(script: string, args: readonly string[]): Promise<string>;
}

/** Milliseconds: against what hangs. LibreOffice makes a whole profile first, which takes a busy machine a minute. */
const TIMEOUT = 300_000;
/** Milliseconds that it has to end by itself. */
const LEAVING = 15_000;
jest.setTimeout(2 * TIMEOUT);

const ABSENT = 'LibreOffice, or the uno module of its Python, is not installed.';

const places = [
  process.env.SOFFICE_PATH,
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/opt/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
];

function findOffice(): string | undefined {
  return places.find((place) => place !== undefined && existsSync(place));
}

/** Only the system's own Python, or LibreOffice's, has its `uno` module. */
function findPython(soffice: string): string | undefined {
  const candidates = ['/usr/bin/python3', path.join(path.dirname(soffice), 'python'), 'python3'];
  return candidates.find((python) => spawnSync(python, ['-c', 'import uno']).status === 0);
}

interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

function finished(child: ChildProcess): Promise<Finished> {
  return new Promise((resolve, reject) => {
    let out = '';
    let error = '';
    const timer = setTimeout(() => child.kill('SIGKILL'), TIMEOUT);
    child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
    child.stderr?.on('data', (chunk: Buffer) => (error += chunk.toString('utf8')));
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, out, error });
    });
  });
}

async function run(command: string, args: readonly string[]): Promise<string> {
  const { code, out, error } = await finished(spawn(command, args));
  if (code !== 0) throw new Error(`${path.basename(command)} ended with ${code}: ${error || out}`);
  return out;
}

/** Ends a process and its children, and waits until all of them are gone: the last ones still write in the profile. */
async function endGroup(leader: ChildProcess): Promise<void> {
  const { pid } = leader;
  if (pid === undefined) return;
  const signal = (name: NodeJS.Signals | 0): boolean => {
    try {
      return process.kill(-pid, name);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
      throw error;
    }
  };
  const gone = async (): Promise<boolean> => {
    for (const end = Date.now() + LEAVING; Date.now() < end;) {
      if (!signal(0)) return true;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return false;
  };
  signal('SIGTERM');
  if (await gone()) return;
  signal('SIGKILL');
  await gone();
}

class Installed implements LibreOffice {
  /** The last call: the next one waits for it. */
  #last: Promise<unknown> = Promise.resolve();
  #calls = 0;

  constructor(
    private readonly soffice: string,
    private readonly python: string,
  ) {}

  convert(file: string, to: string): Promise<string> {
    return this.#queued(async (profile) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'converted-'));
      process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
      await run(this.soffice, [profile, '--headless', '--norestore', '--convert-to', to, '--outdir', folder, file]);
      const extension = to.split(':')[0]!;
      return path.join(folder, `${path.basename(file, path.extname(file))}.${extension}`);
    });
  }

  uno(script: string, args: readonly string[]): Promise<string> {
    return this.#queued(async (profile) => {
      // One of its own: what was called before may still listen to the last.
      const pipe = `suivi-tests-${process.pid}-${(this.#calls += 1)}`;
      const office = spawn(
        this.soffice,
        [profile, '--headless', '--norestore', '--nologo', `--accept=pipe,name=${pipe};urp;`],
        // The launcher starts the office as a child of its own: as a group both can be ended.
        { stdio: 'ignore', detached: true },
      );
      await once(office, 'spawn');
      try {
        return await run(this.python, [script, pipe, ...args]);
      } finally {
        await endGroup(office);
      }
    });
  }

  /** Runs with a profile of its own, so that a person's LibreOffice is neither used nor disturbed. */
  #queued<T>(work: (profileOption: string) => Promise<T>): Promise<T> {
    const next = this.#last.then(async () => {
      const profile = mkdtempSync(path.join(tmpdir(), 'office-profile-'));
      try {
        return await work(`-env:UserInstallation=${pathToFileURL(profile).href}`);
      } finally {
        rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
      }
    });
    this.#last = next.catch(() => undefined);
    return next;
  }
}

let found: LibreOffice | null | undefined;

/** LibreOffice with its Python, or null where it is not installed. */
export function libreoffice(): LibreOffice | null {
  if (found === undefined) {
    const soffice = findOffice();
    const python = soffice === undefined ? undefined : findPython(soffice);
    found = soffice !== undefined && python !== undefined ? new Installed(soffice, python) : null;
  }
  return found;
}

const absent: LibreOffice = {
  convert: () => Promise.reject(new Error(ABSENT)),
  uno: () => Promise.reject(new Error(ABSENT)),
};

/** `describe` for tests that need LibreOffice: pending without it; with `CI=true` its absence is a failure. */
export function describeWithLibreoffice(name: string, body: (office: LibreOffice) => void): void {
  const office = libreoffice();
  describeWhere(office !== null)(name, () => body(office ?? absent));
}
