/**
 * What no reader of a text sees: NUL and other controls, marks of writing direction, zero-width
 * spaces and joiners, soft hyphens, the byte order mark. Tabs and line ends stay; every kind of line
 * end becomes a line feed.
 */
const invisible =
  // eslint-disable-next-line no-control-regex -- controls are what it removes
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]/g;

/** The text without what cannot be seen, its line ends made one. */
export function clean(text: string): string {
  return text.replace(invisible, '').replace(/\r\n?|[\u0085\u2028\u2029\f]/g, '\n');
}
