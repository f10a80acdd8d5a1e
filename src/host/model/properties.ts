export interface DocumentProperties {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly company: string;
  readonly keywords: string;
  readonly comments: string;
  readonly category: string;
  readonly manager: string;
}
