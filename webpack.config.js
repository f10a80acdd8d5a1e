import path from 'node:path';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import webpack from 'webpack';
import { OwnIntegrity } from './scripts/integrity.mjs';
import { LicenceNotices } from './scripts/licences.mjs';
import { baseOf, localBase, manifestFor } from './scripts/manifest.mjs';
import { contentSecurityPolicy, officeCdn } from './scripts/policy.mjs';

const root = import.meta.dirname;
const at = (...parts) => path.join(root, ...parts);

/**
 * The add-in (`dist/addin`), the workbench and its boot script (`dist/workbench`), programs for Node.
 *
 * `--env base=https://…`: the add-in as it goes on a static host at that address, in `dist/site`.
 */
export default (env = {}, argv = {}) => {
  const production = argv.mode === 'production';
  return [
    env.base === undefined ? addin('addin', production, localBase) : addin('site', production, baseOf(env.base)),
    workbench(production),
    emptyPane(production),
    boot(production),
    program('cli', 'suivi', 'src/cli/main.ts', production),
    program('bench', 'bench', 'bench/main.ts', production),
    program('examples', 'examples', 'examples/build.ts', production),
    program('host-coverage', 'host-coverage', 'src/host/inventory/main.ts', production),
  ];
};

function addin(folder, production, base) {
  const common = browser(folder, production);
  return {
    ...common,
    module: {
      rules: [
        ...common.module.rules,
        // No module of these rooms does anything by being imported: taking one name of a room's index leaves out the rest.
        { test: /\.tsx?$/, include: at('src'), sideEffects: false },
        // Nor does one of this package, which does not say so: of it the tokenizer is used, and not the tree builder.
        { test: /\.js$/, include: at('node_modules/parse5'), sideEffects: false },
        { test: /\.styles\.js$/, include: at('node_modules/@fluentui'), loader: at('scripts/fluent-tokens.mjs') },
      ],
    },
    entry: { taskpane: at('src/taskpane/start.tsx'), commands: at('src/commands/start.ts') },
    plugins: [
      page('taskpane.html', at('src/taskpane/taskpane.html'), ['taskpane']),
      page('commands.html', at('src/commands/commands.html'), ['commands']),
      new CopyPlugin({
        patterns: [
          { from: at('assets/*.png'), to: 'assets/[name][ext]' },
          { from: at('manifest.xml'), transform: (text) => manifestFor(text.toString(), base) },
        ],
      }),
      // Parts of a screen come together: many small files pack worse than a few, and are asked for one by one.
      new webpack.optimize.MinChunkSizePlugin({ minChunkSize: 12_000 }),
      new OwnIntegrity(),
      new LicenceNotices(),
    ],
    // What the pane and the buttons both need is one file, not a copy in each: most of it speaks to Excel.
    optimization: {
      splitChunks: {
        // Bytes before they are packed: less than this is rather had twice than asked for apart.
        minSize: 3000,
        cacheGroups: {
          shared: { name: 'shared', chunks: 'initial', minChunks: 2, test: at('src'), enforce: true },
          // What is done in the workbook comes in one: its parts pack together, and are all fetched while nobody waits.
          workbook: {
            name: 'workbook',
            chunks: 'async',
            test: /src.(?:(?:workbook|report|plan|dates).|i18n.(?:fr|en).coverage)/,
            enforce: true,
          },
        },
      },
    },
  };
}

/** What `npm run bench -- pane` times the pane beside. */
function emptyPane(production) {
  return {
    ...browser('empty', production),
    entry: { taskpane: at('bench/pane/empty.tsx') },
    plugins: [
      page('taskpane.html', at('src/taskpane/taskpane.html'), ['taskpane']),
      page('commands.html', at('src/commands/commands.html'), []),
      new CopyPlugin({
        patterns: [{ from: at('manifest.xml') }, { from: at('assets/*.png'), to: 'assets/[name][ext]' }],
      }),
    ],
  };
}

function workbench(production) {
  return {
    ...browser('workbench', production),
    entry: { main: at('src/workbench/main.tsx') },
    plugins: [page('index.html', at('src/workbench/index.html'), ['main']), new LicenceNotices()],
  };
}

/** Put in front of office.js by the workbench's server, so its name is fixed and it stands alone. */
function boot(production) {
  const common = browser('boot', production);
  return {
    ...common,
    entry: { boot: at('src/host/wire/boot.ts') },
    output: { ...common.output, path: at('dist/workbench'), filename: '[name].js', clean: false },
  };
}

/** A program for Node, in one file: the command line, the benchmark, the maker of the example workbooks. */
function program(folder, name, entry, production) {
  return {
    ...common(folder, production),
    target: 'node20',
    entry: { [name]: at(entry) },
    output: {
      path: at('dist', folder),
      filename: '[name].cjs',
      library: { type: 'commonjs2' },
      clean: true,
    },
    // Microsoft's licence: office.js is installed by whoever runs this, never copied into what we build.
    externals: [/^@microsoft\/office-js/],
    // One file, and stack traces that name our functions.
    plugins: [
      new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
      // The other programs are for this repository: they build in the peers that they measure beside, and go nowhere.
      ...(folder === 'cli' ? [new LicenceNotices()] : []),
    ],
    optimization: { minimize: false },
  };
}

/** What the pages have in common: hashed names, so that a new version is never mixed with a cached one. */
function browser(name, production) {
  return {
    ...common(name, production),
    target: ['web', 'es2022'],
    output: {
      path: at('dist', name),
      filename: '[name].[contenthash:10].js',
      chunkFilename: '[name].[contenthash:10].js',
      cssFilename: '[name].[contenthash:10].css',
      clean: { keep: /^boot\.js$/ },
    },
    // webpack's own stylesheets: an import of one becomes a hashed file, and a <link> in the page.
    experiments: { css: true },
    performance: { hints: false },
  };
}

function common(name, production) {
  return {
    name,
    context: root,
    devtool: production ? false : 'source-map',
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: {
      rules: [{ test: /\.tsx?$/, exclude: /node_modules/, use: { loader: 'swc-loader', options: swc(production) } }],
    },
    cache: {
      type: 'filesystem',
      name: `${name}-${production ? 'production' : 'development'}`,
      cacheDirectory: at('.cache/webpack'),
      buildDependencies: {
        config: [
          import.meta.filename,
          ...['fluent-tokens', 'integrity', 'licences', 'manifest', 'policy'].map((script) =>
            at(`scripts/${script}.mjs`),
          ),
        ],
      },
    },
  };
}

/** No transforms for browsers that Office no longer runs in: WebView2, Safari and Node 20 all know ES2022. */
function swc(production) {
  return {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic', development: !production } },
      target: 'es2022',
    },
  };
}

function page(filename, template, chunks) {
  return new HtmlPlugin({
    filename,
    template,
    chunks,
    scriptLoading: 'defer',
    templateParameters: { contentSecurityPolicy, officeScript: `${officeCdn}/lib/1/hosted/office.js` },
  });
}
