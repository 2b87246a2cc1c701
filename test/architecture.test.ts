import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/**
 * Who may know whom. `only` names single files that may import a package; a folder may always import itself.
 * Type-only imports of `plan.ts` are open to all: it is the one type of the whole.
 */
const core = ['text', 'language', 'figures', 'outline', 'ledger', 'edits', 'checks'];
const folders: Record<string, { folders: string[]; packages?: string[]; node?: boolean }> = {
  text: { folders: ['language'] },
  language: { folders: [] },
  figures: { folders: ['text', 'language'] },
  outline: { folders: ['text', 'language', 'figures'] },
  ledger: { folders: ['text', 'language', 'figures', 'outline'], packages: ['big.js'] },
  edits: { folders: ['text', 'language', 'figures', 'outline'], packages: ['big.js'] },
  checks: { folders: ['text', 'language', 'figures', 'outline', 'ledger', 'edits'], packages: ['big.js'] },
  '.': { folders: core },
  years: { folders: [...core, '.'] },
  report: { folders: [...core, '.'], packages: ['diff', 'sarif'] },
  imports: { folders: ['text'] },
  editor: {
    folders: [...core, '.', 'years', 'report', 'imports'],
    packages: ['vscode', 'jsonc-parser', 'picomatch', 'diff'],
  },
  cli: {
    folders: [...core, '.', 'years', 'report', 'imports'],
    packages: ['commander', 'tinyglobby', 'jsonc-parser', 'diff'],
    node: true,
  },
};
const packagesOfFiles: Record<string, RegExp> = {
  'text/markdown.ts': /^(unified|remark-parse|remark-gfm|remark-frontmatter|mdast.*|micromark.*|unist.*)$/,
  'text/inline.ts': /^mdast$/,
  'language/grammar.ts': /^compromise(\/.*)?$/,
};

describe('architecture', () => {
  for (const file of sources('src')) {
    it(file, () => {
      const folder = dirname(file).split('/')[0]!;
      const rule = folders[folder];
      assert.ok(rule, `src/${folder} is not in the table`);
      for (const { from, typeOnly } of imports(readFileSync(join('src', file), 'utf8'))) {
        if (from.startsWith('.')) {
          const target = relative('src', resolve('src', dirname(file), from));
          const home = target.includes('/') ? target.split('/')[0]! : '.';
          if (home === folder || (target === 'plan' && typeOnly)) continue;
          assert.ok(rule.folders.includes(home), `${file} may not import ${target}`);
        } else if (from.startsWith('node:')) assert.ok(rule.node, `${file} may not import ${from}`);
        else {
          const allowed = rule.packages?.includes(from) || packagesOfFiles[file]?.test(from);
          assert.ok(allowed, `${file} may not import ${from}`);
        }
      }
    });
  }

  it('the extension loads its features, and they the grammar, by parts.ts alone', () => {
    for (const file of sources('src').filter((name) => name.startsWith('editor/'))) {
      const isAwake = /^editor\/(?:extension|parts)\.ts$/.test(file); // what is loaded at once
      const heavy = isAwake ? /^(?!editor\/parts$)/ : /^language\/(?:grammar|words.*)$/;
      for (const { from, typeOnly } of imports(readFileSync(join('src', file), 'utf8'))) {
        if (typeOnly || !from.startsWith('.')) continue;
        assert.ok(!heavy.test(relative('src', resolve('src', dirname(file), from))), `${file}: ${from}`);
      }
    }
  });

  it('no two files lean on each other', () => {
    const files = sources('src');
    const needs = new Map(
      files.map((file) => [
        file,
        imports(readFileSync(join('src', file), 'utf8'))
          .filter(({ from, typeOnly }) => from.startsWith('.') && !typeOnly)
          .map(({ from }) => `${relative('src', resolve('src', dirname(file), from))}.ts`)
          .filter((target) => files.includes(target)),
      ]),
    );
    const settled = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      const circle = path.includes(file) ? [...path.slice(path.indexOf(file)), file] : [];
      assert.deepEqual(circle, [], 'a circle of imports');
      if (settled.has(file)) return;
      for (const target of needs.get(file)!) visit(target, [...path, file]);
      settled.add(file);
    };
    for (const file of files) visit(file, []);
  });

  it('the core reads no clock', () => {
    for (const file of sources('src').filter((name) => core.includes(name.split('/')[0]!))) {
      const text = readFileSync(join('src', file), 'utf8');
      assert.ok(!/Date\.now\(|new Date\(\)|performance\.now|\bconsole\.|\bprocess\./.test(text), file);
    }
  });
});

function sources(folder: string): string[] {
  const found: string[] = [];
  const visit = (path: string) => {
    for (const name of readdirSync(path)) {
      const child = join(path, name);
      if (statSync(child).isDirectory()) visit(child);
      else if (name.endsWith('.ts')) found.push(relative(folder, child));
    }
  };
  visit(folder);
  return found.sort();
}

function imports(text: string): { from: string; typeOnly: boolean }[] {
  const found = [];
  for (const match of text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)) {
    found.push({ from: match[2]!, typeOnly: match[1] !== undefined });
  }
  for (const match of text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g))
    found.push({ from: match[1]!, typeOnly: false });
  return found;
}
