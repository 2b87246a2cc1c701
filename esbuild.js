// Builds everything that is shipped or tested into dist/.
//   node esbuild.js               library, command line, extension (desktop and web worker)
//   node esbuild.js --tests       the same, and the unit tests
//   node esbuild.js --bench       the same, and the measurements of bench/
//   --minify  for a release · --watch · --outdir DIR (default dist) · --spec NAME  of test/editor/ only NAME.spec.ts
const { build, context } = require('esbuild');
const { mkdirSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { parseArgs } = require('node:util');

const { values: options } = parseArgs({
  options: {
    tests: { type: 'boolean', default: false },
    bench: { type: 'boolean', default: false },
    minify: { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false },
    outdir: { type: 'string', default: 'dist' },
    spec: { type: 'string', default: '' },
  },
});

const common = {
  bundle: true,
  sourcemap: true,
  minify: options.minify,
  target: 'es2022',
  logLevel: 'warning',
  legalComments: 'none',
  charset: 'utf8', // Hangul as it is: half the bytes of its escapes
};

const targets = [
  { entryPoints: { core: 'src/core.ts' }, platform: 'neutral', format: 'esm', mainFields: ['module', 'main'] },
  {
    entryPoints: { cli: 'src/cli/cli.ts', 'cli/thread': 'src/cli/thread.ts' },
    platform: 'node',
    format: 'esm',
  },
  {
    // One script, whose compiled code is kept (src/cli/kept-code.ts); what it imports later is run later.
    entryPoints: { 'cli/main': 'src/cli/main.ts' },
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    supported: { 'dynamic-import': false },
    alias: { 'node:child_process': './src/cli/no-programs.ts' },
    outExtension: { '.js': '.cjs' },
  },
  {
    // One build for the Node host and the web worker host: it needs nothing of either. A worker has no `document`:
    // packages offer a build of their own under that condition. What src/editor/parts.ts loads on first need
    // are files of their own.
    entryPoints: {
      'editor/extension': 'src/editor/extension.ts',
      'editor/features': 'src/editor/features.ts',
      'editor/grammar': 'src/language/grammar.ts',
    },
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['worker'],
    format: 'cjs',
    external: ['vscode'],
  },
];

if (options.tests) {
  targets.push({
    entryPoints: readdirSync('test')
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => ({ in: `test/${name}`, out: `test/${name.slice(0, -3)}` })),
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    outExtension: { '.js': '.cjs' },
    external: ['esbuild', 'typescript', 'eslint', 'tinyglobby'],
    minify: false,
  });
  targets.push(editorSpecs('editor.cjs'), editorSpecs('editor.web.js'), workbenchSpecs());
}

if (options.bench) {
  targets.push({
    entryPoints: { bench: 'bench/bench.ts' },
    platform: 'node',
    format: 'esm',
    packages: 'external',
    external: ['../scripts/*'],
    outExtension: { '.js': '.mjs' },
  });
  targets.push({
    entryPoints: { 'bench-host': 'bench/host.ts' },
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    outExtension: { '.js': '.cjs' },
  });
}

/** The specs of test/editor/ as one script that runs in the Node extension host and in the web worker. */
function editorSpecs(file) {
  const specs = readdirSync('test/editor').filter((name) => name.endsWith(`${options.spec}.spec.ts`));
  return {
    stdin: {
      contents: ["export { run } from './support/setup';", ...specs.map((name) => `import './${name}';`)].join('\n'),
      resolveDir: 'test/editor',
      loader: 'ts',
    },
    outfile: `${options.outdir}/test/${file}`,
    platform: 'browser',
    conditions: ['worker'], // as for the extension itself, parts of which the specs wake
    format: 'cjs',
    external: ['vscode'],
    alias: { 'node:assert': 'assert', 'node:assert/strict': 'assert/strict' },
    define: { global: 'globalThis', 'process.env.NODE_DEBUG': 'false', process: 'specProcess' },
    // A failing assertion asks the process about its terminal; a worker has none.
    banner: { js: 'var specProcess = globalThis.process ?? { env: {} };' },
    minify: false,
  };
}

/** The specs that drive the workbench from outside, as a person would; plain Node. */
function workbenchSpecs() {
  return {
    entryPoints: readdirSync('test/editor/workbench')
      .filter((name) => name.endsWith('.spec.ts'))
      .map((name) => ({ in: `test/editor/workbench/${name}`, out: `test/workbench/${name.slice(0, -3)}` })),
    platform: 'node',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    packages: 'external',
    external: ['../../../scripts/*'],
    minify: false,
  };
}

async function main() {
  mkdirSync(options.outdir, { recursive: true });
  rmSync(join(options.outdir, 'cli'), { recursive: true, force: true }); // the pieces of the last build
  // The library and the command line are ES modules; the extension's bundles say what they are by themselves.
  writeFileSync(join(options.outdir, 'package.json'), '{ "type": "module" }\n');
  mkdirSync(join(options.outdir, 'editor'), { recursive: true });
  writeFileSync(join(options.outdir, 'editor', 'package.json'), '{ "type": "commonjs" }\n');
  const inputs = new Set();
  for (const target of targets) {
    const settings = { ...common, ...(target.outfile === undefined ? { outdir: options.outdir } : {}), ...target };
    if (options.watch) await (await context(settings)).watch();
    else {
      const { metafile } = await build({ ...settings, metafile: true });
      if (options.minify) Object.keys(metafile.inputs).forEach((input) => inputs.add(input));
    }
  }
  if (options.minify) {
    const { noticesOf } = await import('./scripts/notices.js');
    writeFileSync(join(options.outdir, 'THIRD-PARTY-NOTICES.txt'), noticesOf([...inputs]));
  }
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
