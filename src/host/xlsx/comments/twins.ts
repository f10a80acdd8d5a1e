import type { Comment } from '../../model';

/** The author by which Excel knows the note that stands for a conversation in versions without them. */
export const twinAuthor = (id: string): string => `tc=${id}`;

/** The conversation that a note stands for, by its author; undefined for one that people wrote. */
export function twinOf(author: string): string | undefined {
  return /^tc=(\{.+\})$/.exec(author)?.[1];
}

const words = {
  fr: {
    head: '[Commentaire à fil de discussion]',
    hint:
      'Votre version d’Excel vous permet de lire ce commentaire à fil de discussion. Toutefois, ce que vous y changez ' +
      'sera perdu si le fichier est ouvert dans une version plus récente d’Excel.',
    comment: 'Commentaire\u00a0:',
    reply: 'Réponse\u00a0:',
  },
  en: {
    head: '[Threaded comment]',
    hint:
      'Your version of Excel lets you read this threaded comment; what you change in it will be lost if the file is ' +
      'opened in a newer version of Excel.',
    comment: 'Comment:',
    reply: 'Reply:',
  },
} as const;

/** What such a note says: what it is, then all that was said. */
export function twinText({ text, replies }: Comment, locale: string): string {
  const { head, hint, comment, reply } = words[locale.toLowerCase().startsWith('fr') ? 'fr' : 'en'];
  const said = [`${comment}\n    ${text}`, ...replies.map((each) => `${reply}\n    ${each.text}`)];
  return [head, '', hint, '', ...said].join('\n');
}
