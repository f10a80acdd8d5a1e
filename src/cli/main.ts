import { buffer } from 'node:stream/consumers';
import { localToday } from './clock';
import { runCli } from './run';

process.exitCode = await runCli(
  process.argv.slice(2),
  {
    stdin: () => buffer(process.stdin),
    stdout: (data) => process.stdout.write(data),
    stderr: (text) => process.stderr.write(text),
    environment: process.env,
  },
  localToday(),
);
