/** 16 random bytes: given by the caller where a test must repeat itself. */
export type RandomBytes = () => Uint8Array;

/** Crockford's base 32, lower case: no i, l, o or u, so that an id read aloud or retyped stays itself. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

const idLength = 16;

/**
 * A new activity id: `a` and 16 characters, 80 random bits. There is no counter because two people
 * append at the same time without seeing each other; at a million activities the chance that any two
 * ids meet is below one in a trillion. The letter keeps Excel from reading an id as a number.
 */
export function newId(random: RandomBytes = randomBytes): string {
  const bytes = random();
  let id = 'a';
  for (let i = 0; i < idLength; i++) {
    // Five bits of each byte: uniform, as 256 is a multiple of 32.
    id += alphabet.charAt((bytes[i] ?? 0) & 31);
  }
  return id;
}

function randomBytes(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(idLength));
}
