export interface DocumentProperties {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly company: string;
  readonly keywords: string;
  readonly comments: string;
  readonly category: string;
  readonly manager: string;
  /** Who changed the file last. */
  readonly lastAuthor: string;
  /** ISO text, UTC; empty before it is saved for the first time. */
  readonly created: string;
  /** How often it was saved, as programs count; text. */
  readonly revision: string;
}

export const NO_PROPERTIES: DocumentProperties = {
  title: '',
  subject: '',
  author: '',
  company: '',
  keywords: '',
  comments: '',
  category: '',
  manager: '',
  lastAuthor: '',
  created: '',
  revision: '',
};
