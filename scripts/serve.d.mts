export interface Server {
  readonly url: string;
  close(): Promise<void>;
}
export interface ServerOptions {
  /** The first free one from there on; 0 or absent: any. */
  readonly port?: number;
  /** The repository; by default the one this script is in. */
  readonly root?: string;
}
export function startServer(options?: ServerOptions): Promise<Server>;
export interface AddinServerOptions extends ServerOptions {
  /** Of localhost, in PEM. */
  readonly cert: string | Buffer;
  readonly key: string | Buffer;
}
export function startAddinServer(options: AddinServerOptions): Promise<Server>;
export function adaptAddinPage(html: string): string;
export function decodedPath(url: string): string | null;
