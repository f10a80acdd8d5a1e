/** What the add-in's pages may do: said once, for the pages, for the servers, for whoever publishes them. */

/** Microsoft asks that a published add-in load office.js from here and nowhere else. */
export const officeCdn = 'https://appsforoffice.microsoft.com';

/**
 * In the pages themselves (`<meta>`): their own scripts and office.js, and no connection to anything.
 * Griffel (Fluent's styles) makes empty <style> elements and fills them through the CSSOM, so the hash of
 * the empty text is all the inline style it needs.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `script-src 'self' ${officeCdn}`,
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "img-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Where Excel on the web, SharePoint, OneDrive and Teams show an add-in's page in a frame; all frames above it count. */
const officeFrames = [
  'https://*.officeapps.live.com',
  'https://*.sharepoint.com',
  'https://onedrive.live.com',
  'https://*.office.com',
  'https://*.office365.com',
  'https://*.microsoft365.com',
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
];

/**
 * What the server sends with every file of the add-in: a page cannot say itself who may frame it. `frames`: others
 * that may, such as the workbench that serves both.
 */
export function responseHeaders(frames = []) {
  return {
    'content-security-policy': `frame-ancestors ${[...frames, ...officeFrames].join(' ')}`,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}
