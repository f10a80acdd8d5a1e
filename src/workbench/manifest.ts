/** A button of the add-in, as its manifest declares it. */
export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** Address of the 32-pixel icon, or of the nearest there is; null without one. */
  readonly icon: string | null;
  readonly action:
    | { readonly kind: 'pane'; readonly page: string }
    | { readonly kind: 'function'; readonly name: string; readonly page: string };
}

export interface RibbonGroup {
  readonly id: string;
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}

export interface AddinManifest {
  readonly id: string;
  readonly name: string;
  readonly groups: readonly RibbonGroup[];
}

/**
 * Reads what Excel would put on its ribbon from a manifest (XML, with VersionOverrides).
 * `locale` picks the words: its own override, else one of the same language, else the default.
 * `relocate` turns the addresses of the manifest into those of this page.
 * Throws on text that is not an add-in's manifest.
 */
export function readManifest(xml: string, locale: string, relocate: (address: string) => string): AddinManifest {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const root = document.documentElement;
  if (root.localName !== 'OfficeApp') throw new Error('This is not the manifest of an Office add-in.');
  const resources = readResources(root, locale);
  const text = (element: Element | undefined) => resources.get(element?.getAttribute('resid') ?? '') ?? '';
  const commandsPage = text(first(root, 'FunctionFile'));

  const groups = all(root, 'Group').map((group) => ({
    id: group.getAttribute('id') ?? '',
    label: text(children(group, 'Label')[0]),
    buttons: children(group, 'Control').map((control) => {
      const action = first(control, 'Action');
      const name = first(control, 'FunctionName')?.textContent.trim();
      const icon = iconOf(control, resources);
      return {
        id: control.getAttribute('id') ?? '',
        label: text(children(control, 'Label')[0]),
        tip: text(action && first(control, 'Description')),
        icon: icon === null ? null : relocate(icon),
        action:
          action?.getAttribute('xsi:type') === 'ExecuteFunction' && name !== undefined
            ? ({ kind: 'function', name, page: relocate(commandsPage) } as const)
            : ({ kind: 'pane', page: relocate(text(first(control, 'SourceLocation'))) } as const),
      };
    }),
  }));
  return {
    id: children(root, 'Id')[0]?.textContent.trim() ?? '',
    name: localised(children(root, 'DisplayName')[0], 'DefaultValue', locale),
    groups,
  };
}

function readResources(root: Element, locale: string): ReadonlyMap<string, string> {
  const resources = new Map<string, string>();
  for (const kind of ['Image', 'Url', 'String']) {
    for (const element of all(root, kind)) {
      const id = element.getAttribute('id');
      if (id !== null) resources.set(id, localised(element, 'DefaultValue', locale));
    }
  }
  return resources;
}

function localised(element: Element | undefined, attribute: string, locale: string): string {
  if (!element) return '';
  const overrides = children(element, 'Override');
  const language = locale.slice(0, 2).toLowerCase();
  const exact = overrides.find((one) => one.getAttribute('Locale')?.toLowerCase() === locale.toLowerCase());
  const near = overrides.find((one) => one.getAttribute('Locale')?.slice(0, 2).toLowerCase() === language);
  const defaultLanguage = first(element.ownerDocument.documentElement, 'DefaultLocale')
    ?.textContent.slice(0, 2)
    .toLowerCase();
  const chosen = exact ?? (language === defaultLanguage ? undefined : near);
  return chosen?.getAttribute('Value') ?? element.getAttribute(attribute) ?? '';
}

function iconOf(control: Element, resources: ReadonlyMap<string, string>): string | null {
  const images = all(control, 'Image')
    .map((image) => ({
      size: Number(image.getAttribute('size')),
      address: resources.get(image.getAttribute('resid') ?? ''),
    }))
    .filter((image): image is { size: number; address: string } => image.address !== undefined)
    .sort((a, b) => Math.abs(a.size - 32) - Math.abs(b.size - 32));
  return images[0]?.address ?? null;
}

/** By local name: prefixes differ between manifests. */
const all = (under: Element, name: string): Element[] => [...under.getElementsByTagNameNS('*', name)];
const first = (under: Element, name: string): Element | undefined => all(under, name)[0];
const children = (under: Element, name: string): Element[] =>
  [...under.children].filter((child) => child.localName === name);
