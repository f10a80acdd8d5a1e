import { safeLink } from './link';

it.each([
  ['https://exemple.org/cr?x=1#y', 'https://exemple.org/cr?x=1#y'],
  [' HTTP://EXEMPLE.ORG ', 'HTTP://EXEMPLE.ORG'],
  ['mailto:bureau@exemple.org', 'mailto:bureau@exemple.org'],
  ['https://exemple.org/é', 'https://exemple.org/é'],
  ['javascript:alert(1)', undefined],
  [' java\tscript:alert(1)', undefined],
  ['data:text/html,<script>alert(1)</script>', undefined],
  ['file:///c:/secret', undefined],
  ['\\\\serveur\\partage', undefined],
  ['ms-word:ofe|u|https://exemple.org', undefined],
  ['vbscript:x', undefined],
  ['https:exemple', undefined],
  ['https://', undefined],
  ['https://a b', undefined],
  ['https://exemple.org/\u202egro.live', undefined],
  ['https://exemple\u200b.org', undefined],
  ['https://exemple.org/\u0000', undefined],
  ['=HYPERLINK("https://exemple.org")', undefined],
  [`https://exemple.org/${'a'.repeat(2_100)}`, undefined],
])('%j gives %j', (text, link) => expect(safeLink(text)).toBe(link));
