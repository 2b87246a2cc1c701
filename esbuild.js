// Builds everything that is shipped or tested into dist/.
//   node esbuild.js               library, command line, extension (desktop and web worker)
//   node esbuild.js --tests       the same, and the unit tests
//   --minify  for a release · --watch · --outdir DIR (default dist)
import { build, context } from 'esbuild';
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    tests: { type: 'boolean', default: false },
    minify: { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false },
    outdir: { type: 'string', default: 'dist' },
  },
});

const common = {
  bundle: true,
  sourcemap: true,
  minify: options.minify,
  target: 'es2022',
  logLevel: 'warning',
  legalComments: 'none',
};

/** Lets CommonJS packages inside an ES module bundle reach Node's own modules. */
const requireBanner = {
  js: "import { createRequire as planlintRequire } from 'node:module'; const require = planlintRequire(import.meta.url);",
};

const targets = [
  { entryPoints: { core: 'src/core.ts' }, platform: 'neutral', format: 'esm', mainFields: ['module', 'main'] },
  { entryPoints: { cli: 'src/cli/cli.ts' }, platform: 'node', format: 'esm', banner: requireBanner },
  {
    entryPoints: { extension: 'src/editor/extension.ts' },
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    outExtension: { '.js': '.cjs' },
  },
  {
    entryPoints: { 'extension.web': 'src/editor/extension.ts' },
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    outExtension: { '.js': '.cjs' },
  },
];

if (options.tests) {
  targets.push({
    entryPoints: readdirSync('test')
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => ({ in: `test/${name}`, out: `test/${name.slice(0, -3)}` })),
    platform: 'node',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    external: ['esbuild', 'typescript', 'eslint'],
    minify: false,
  });
}

for (const target of targets) {
  const settings = { ...common, outdir: options.outdir, ...target };
  if (options.watch) await (await context(settings)).watch();
  else await build(settings);
}
