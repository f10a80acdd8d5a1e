import type { CommentBody, Commenter, Mention } from '../../model';
import { emailOf } from '../../model';
import type { Json, JsonObject } from '../../wire/protocol';
import { asInteger, asText, invalidArgument } from '../arguments';
import { isJsonObject } from '../define';

/** What is said, as the model keeps it. */
export type Content = Pick<CommentBody, 'text' | 'mentions'>;

const TAG = /<at id="(\d+)">(.*?)<\/at>/gs;

/**
 * The content of a new or changed comment: a text, or, where people are mentioned, an object of a text with
 * `<at id="0">name</at>` and the people by their numbers. Throws `InvalidArgument` for anything else.
 */
export function contentOf(value: Json): Content {
  return isJsonObject(value) ? withMentions(value) : { text: asText(value), mentions: [] };
}

function withMentions({ richContent, mentions: given }: JsonObject): Content {
  const people = new Map((Array.isArray(given) ? (given as readonly Json[]) : []).map(personOf));
  const mentions: Mention[] = [];
  let text = '';
  let last = 0;
  for (const tag of asText(richContent).matchAll(TAG)) {
    const [whole, number = '', name = ''] = tag;
    const person = people.get(Number(number));
    if (!person) throw invalidArgument();
    text += asText(richContent).slice(last, tag.index);
    mentions.push({ id: `{${number}}`, person, start: text.length, length: name.length });
    text += name;
    last = tag.index + whole.length;
  }
  return { text: text + asText(richContent).slice(last), mentions };
}

/** Somebody mentioned, by the number that the text names them with. */
function personOf(value: Json): readonly [number, Commenter] {
  if (!isJsonObject(value)) throw invalidArgument();
  const email = asText(value.email);
  return [asInteger(value.id), { name: asText(value.name), userId: `S::${email}::`, providerId: 'AD' }];
}

/** The text with its mentions as tags, as an add-in gives it. */
export function richContentOf({ text, mentions }: Content): string {
  return inOrder(mentions).reduceRight(
    (rich, { start, length }, number) =>
      `${rich.slice(0, start)}<at id="${number}">${rich.slice(start, start + length)}</at>${rich.slice(start + length)}`,
    text,
  );
}

/** The people whom it mentions. */
export function mentionsOf({ mentions }: Content): Json {
  return inOrder(mentions).map(({ person }, id) => ({ email: emailOf(person), id, name: person.name }));
}

function inOrder(mentions: readonly Mention[]): readonly Mention[] {
  return mentions.toSorted((a, b) => a.start - b.start);
}
