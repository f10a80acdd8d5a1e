/**
 * A language that nobody speaks, 40 % longer than the one it is made from and written with letters that stand
 * high and low: what is clipped in it would be clipped in a real one.
 */

const letters: Readonly<Record<string, string>> = {
  a: 'à',
  c: 'ç',
  e: 'ê',
  i: 'ï',
  o: 'ø',
  u: 'ü',
  y: 'ÿ',
  A: 'Å',
  E: 'É',
  I: 'Î',
  O: 'Ö',
  U: 'Û',
};

/** A text as that language has it; one without letters stays as it is. */
export function pseudoText(text: string): string {
  if (!/\p{L}/u.test(text)) return text;
  const written = text.replace(/[aceiouyAEIOU]/g, (letter) => letters[letter] ?? letter);
  const words = ['lorem', 'ipsum', 'dolor', 'sit', 'amet'];
  let added = '';
  for (let index = 0; added.length < text.length * 0.4; index += 1) added += ` ${words[index % words.length] ?? ''}`;
  return `${written}${added}`;
}

/** A catalogue whose every text is in that language, functions included: its type is that of the one given. */
export function pseudoCatalogue<Words extends object>(words: Words): Words {
  return new Proxy(words, {
    get: (target, key, receiver) => {
      const word: unknown = Reflect.get(target, key, receiver);
      if (typeof word === 'string') return pseudoText(word);
      if (typeof word === 'object' && word !== null) return pseudoCatalogue(word);
      if (typeof word !== 'function') return word;
      return (...parameters: readonly unknown[]) => pseudoText(String(Reflect.apply(word, undefined, parameters)));
    },
  });
}

/**
 * The same for a page that is open in a browser, whatever built it: texts, placeholders and the choices of lists
 * grow as they come. To be evaluated in the page; it takes nothing from around it.
 */
export function pseudoPage(): void {
  const grown = new WeakMap<Node, string>();
  const filler = ' lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt';
  const longer = (text: string) =>
    /\p{L}/u.test(text) ? text + filler.slice(0, Math.max(2, Math.ceil(text.trim().length * 0.4))) : text;
  const grow = (node: Node) => {
    if (node instanceof Text) {
      if (grown.get(node) === node.data || node.parentElement?.closest('style, script')) return;
      node.data = longer(node.data);
      grown.set(node, node.data);
      return;
    }
    if (node instanceof HTMLElement && 'placeholder' in node && !grown.has(node)) {
      grown.set(node, '');
      node.setAttribute('placeholder', longer(node.getAttribute('placeholder') ?? ''));
    }
    for (const child of node.childNodes) grow(child);
  };
  grow(document.body);
  new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      grow(target);
      for (const node of addedNodes) grow(node);
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}
