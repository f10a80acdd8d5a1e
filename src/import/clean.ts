/**
 * What no reader of a text sees: NUL and other controls, marks of writing direction, zero-width
 * spaces and joiners (but for the one that makes one picture of several), soft hyphens, the byte order
 * mark. Tabs and line ends stay; every kind of line end becomes a line feed.
 */
const invisible =
  // eslint-disable-next-line no-control-regex -- controls are what it removes
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d|\u200d(?!\p{Extended_Pictographic})/gu;

/** The text without what cannot be seen, its line ends made one. */
export function clean(text: string): string {
  return text.replace(invisible, '').replace(/\r\n?|[\u0085\u2028\u2029\f]/g, '\n');
}
