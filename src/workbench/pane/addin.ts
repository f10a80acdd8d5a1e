import { readManifest, type AddinManifest } from '../manifest';

/** Where this server puts the add-in. */
const base = '/addin/';

/** The add-in's manifest as it was built; null where it is missing or not one. */
export async function fetchManifest(locale: string): Promise<AddinManifest | null> {
  const response = await fetch(`${base}manifest.xml`);
  if (!response.ok) return null;
  const text = await response.text();
  return /<(?:\w+:)?VersionOverrides\b/.test(text) ? readManifest(text, locale, relocated) : null;
}

/** The manifest names the address of production or of sideloading: here the same files are on this server. */
function relocated(address: string): string {
  if (!URL.canParse(address)) return '';
  const { pathname, search } = new URL(address);
  const file = pathname.includes('/assets/')
    ? pathname.slice(pathname.lastIndexOf('/assets/') + 1)
    : pathname.slice(pathname.lastIndexOf('/') + 1);
  return `${base}${file}${search}`;
}
