export type Step =
  | { readonly run: readonly string[] }
  | { readonly copy: string; readonly to: string }
  | { readonly remove: string }
  | { readonly say: string };
export interface Sideload {
  /** As `process.platform` names it. */
  readonly platform: string;
  readonly home: string;
  readonly manifest: string;
  readonly id: string;
  readonly remove?: boolean;
}
export function sideload(what: Sideload): readonly Step[];
export function localCertificate(where: { readonly home: string; readonly platform: string }): {
  readonly certificate: string;
  readonly key: string;
  readonly install: readonly string[];
};
