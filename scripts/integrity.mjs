/** Subresource integrity of our own pages and of the scripts they load later. */
import { createHash } from 'node:crypto';
import webpack from 'webpack';

const plugin = 'OwnIntegrity';

const digestOf = (source) => createHash('sha256').update(source).digest('base64');

/** Stands for the digest of a script that is not finished: as long as one, and like nothing else in a bundle. */
const placeFor = (chunk) => `@${createHash('md5').update(`${plugin} ${chunk.id}`).digest('hex')}`.padEnd(44, '@');

/**
 * A page names the digest of each script and stylesheet of ours that it loads, and its scripts those of what
 * they load later: one byte changed on the way, and the browser runs none of it.
 *
 * The digests go in last, into finished files. A file keeps the name that it had by then: that name already
 * follows from all it holds but the digests, and these follow from names it also holds.
 */
export class OwnIntegrity {
  apply(compiler) {
    compiler.hooks.compilation.tap(plugin, (compilation) => {
      webpack.runtime.LoadScriptRuntimeModule.getCompilationHooks(compilation).createScript.tap(
        plugin,
        (code, chunk) => {
          const places = Object.fromEntries([...chunk.getAllAsyncChunks()].map((later) => [later.id, placeFor(later)]));
          return `${code}\nscript.integrity = 'sha256-' + ${JSON.stringify(places)}[chunkId];`;
        },
      );
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: plugin, stage }, () => fillIn(compilation));
    });
  }
}

function fillIn(compilation) {
  const text = (name) => compilation.getAsset(name).source.source().toString();
  const rewrite = (name, content) => compilation.updateAsset(name, new webpack.sources.RawSource(content));
  const scripts = (chunk) => [...chunk.files].filter((name) => name.endsWith('.js'));

  const chunks = [...compilation.chunks];
  const later = chunks.filter((chunk) => !chunk.hasRuntime());
  const digests = new Map(
    later.flatMap((chunk) => scripts(chunk).map((name) => [placeFor(chunk), digestOf(text(name))])),
  );
  for (const name of chunks.filter((chunk) => chunk.hasRuntime()).flatMap(scripts)) {
    rewrite(
      name,
      text(name).replace(/@[\da-f]{32}@{11}/g, (place) => digests.get(place) ?? place),
    );
  }
  for (const { name } of compilation.getAssets().filter((asset) => asset.name.endsWith('.html'))) {
    rewrite(
      name,
      withDigests(text(name), (file) => compilation.getAsset(file) && digestOf(text(file))),
    );
  }
}

/** The page with the digest of each file of ours; an address that is not one of ours is left as it is. */
function withDigests(page, digestOfFile) {
  return page.replace(/<(?:script|link)\b[^>]*?\b(?:src|href)=["']?([^"'\s>]+)["']?[^>]*(?=>)/g, (tag, file) => {
    const digest = digestOfFile(file);
    return digest ? `${tag} integrity="sha256-${digest}"` : tag;
  });
}
