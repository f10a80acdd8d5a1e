/**
 * For a page over plain http only, as the development server serves it: runs before office.js, which refuses a host
 * that is not https. It tells office.js of a host under https of the same name, and carries its messages to the real
 * parent and back. In Excel, and over https, this script is not there.
 */
function relay(page: Window): void {
  const host = page.parent;
  if (host === page || page.location.protocol === 'https:') return;
  const realOrigin = page.location.origin;
  const toldOrigin = `https://${page.location.hostname}`;

  page.name = page.name.replace(`|${realOrigin}|`, `|${toldOrigin}|`);
  Object.defineProperty(page, 'parent', {
    value: { postMessage: (text: string) => host.postMessage(text, realOrigin) },
    configurable: true,
  });
  page.addEventListener('message', (event) => {
    if (event.source !== host || event.origin !== realOrigin) return;
    // office.js would throw on the origin: it hears the message again, from where it believes its host to be.
    event.stopImmediatePropagation();
    page.dispatchEvent(new MessageEvent('message', { data: event.data as unknown, origin: toldOrigin }));
  });
}

relay(window);

export {};
