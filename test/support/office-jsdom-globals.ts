import { TextDecoder, TextEncoder } from 'node:util';

// Every browser and Node have these; jsdom's window has not. Imported before anything that needs them.
Object.assign(globalThis, { TextDecoder, TextEncoder });
