import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { responseHeaders } from '../../scripts/policy.mjs';

const root = path.resolve(__dirname, '../..');
const read = (name: string) => readFileSync(path.join(root, name), 'utf8');

it.each(['docs/deploiement.fr.md', 'docs/deploiement.en.md'])(
  '%s gives the headers that the product’s own servers send',
  (name) => {
    const told = Object.fromEntries(
      [...read(name).matchAll(/^([A-Z][\w-]+): (.+)$/gm)].map(([, header = '', value = '']) => [
        header.toLowerCase(),
        value,
      ]),
    );
    expect(told).toEqual(responseHeaders());
  },
);

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...['architecture', 'performance', 'guide.fr', 'guide.en', 'deploiement.fr', 'deploiement.en'].map(
    (name) => `docs/${name}.md`,
  ),
];

it.each(documents)('%s links to what is there', (name) => {
  const links = [...read(name).matchAll(/\]\(([^)\s]+)\)| src="([^"]+)"/g)].map(
    ([, link, picture]) => link ?? picture ?? '',
  );
  const own = links.filter((link) => !/^[a-z]+:/.test(link)).map((link) => link.split('#'));
  const broken = own.filter(([file = '', anchor]) => {
    const target = file === '' ? name : path.posix.join(path.posix.dirname(name), file);
    if (!existsSync(path.join(root, target))) return true;
    return anchor !== undefined && !anchorsOf(read(target)).includes(anchor);
  });
  expect(broken.map((link) => link.join('#'))).toEqual([]);
});

/** The anchors that headings get where Markdown is shown. */
function anchorsOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
