import { buffer } from 'node:stream/consumers';
import { localToday } from './clock';
import { runCli } from './run';

// « suivi read plan.xlsx --json | head »: who reads the rest no more needs no trace of where it stopped.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => process.exit(2));

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
