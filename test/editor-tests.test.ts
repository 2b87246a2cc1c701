import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';

/** docs/editor-tests.md says which test shows what: each of them is there, under that name. */
describe('docs/editor-tests.md', () => {
  const rows = readFileSync('docs/editor-tests.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (?:what|---)/.test(line));

  for (const row of rows) {
    const [, what, tests] = row.split(/(?<!\\)\|/).map((cell) => cell.trim());
    it(what!, () => {
      const named = [...tests!.matchAll(/`([\w-]+) › ([^`]+)`/g)];
      assert.ok(named.length > 0, 'no test is named');
      for (const [, file, title] of named) assert.ok(titlesIn(file!).includes(title!), `${file} › ${title}`);
    });
  }
});

function titlesIn(name: string): string[] {
  const places = [`test/editor/${name}.spec.ts`, `test/editor/workbench/${name}.spec.ts`, `test/${name}.test.ts`];
  const file = places.find((place) => existsSync(place));
  assert.ok(file !== undefined, `there is no ${name}`);
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/\bit\(\s*'((?:[^'\\]|\\.)*)'/g)].map((match) => match[1]!.replace(/\\(.)/g, '$1'));
}
