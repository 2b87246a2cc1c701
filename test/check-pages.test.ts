import { strict as assert } from 'node:assert';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { checkPages, checkProperties, checkWord, withCheckTable } from '../scripts/check-pages';
import { checks } from '../src/checks/index';

/** The documentation of the checks is written from their metadata: `UPDATE=1 npm run unit` writes it, others compare. */
describe('documentation of the checks', () => {
  const update = process.env.UPDATE === '1';

  it('has a page for each check, and no other', () => {
    if (update) mkdirSync('docs/checks', { recursive: true });
    for (const [path, page] of checkPages(checks)) {
      if (update) writeFileSync(path, page);
      assert.equal(existsSync(path) ? readFileSync(path, 'utf8') : '', page, `${path}: run UPDATE=1 npm run unit`);
    }
    const codes = checks.map((check) => `${check.code}.md`).sort();
    assert.deepEqual(readdirSync('docs/checks').sort(), codes);
  });

  it('has the table in README.md', () => {
    const readme = readFileSync('README.md', 'utf8');
    const expected = withCheckTable(readme, checks);
    if (update) writeFileSync('README.md', expected);
    else assert.equal(readme, expected, 'run UPDATE=1 npm run unit');
  });

  it('has each check in the editor’s settings', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
    const groups = Array.isArray(manifest.contributes.configuration)
      ? manifest.contributes.configuration
      : [manifest.contributes.configuration];
    const setting = groups.map(({ properties }) => properties['planlint.checks']).find((one) => one !== undefined);
    assert.ok(setting, 'package.json has the setting planlint.checks');
    const expected = checkProperties(checks);
    if (update) {
      setting.properties = expected;
      writeFileSync('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
    } else assert.deepEqual(setting.properties, expected, 'run UPDATE=1 npm run unit');
  });

  it('says in the editor’s settings, in both languages, what each check says', () => {
    const korean = read('l10n/bundle.l10n.ko.json');
    for (const [path, wordOf] of [
      ['package.nls.json', (says: string) => says],
      ['package.nls.ko.json', (says: string) => korean[says] ?? says],
    ] as const) {
      const before = read(path);
      const others = Object.entries(before).filter(([key]) => !key.startsWith(checkWord('')));
      const own = checks.map(({ code, says }) => [checkWord(code), wordOf(says)] as const);
      const expected = Object.fromEntries([...others, ...own].sort(([a], [b]) => (a < b ? -1 : 1)));
      if (update) writeFileSync(path, `${JSON.stringify(expected, null, 2)}\n`);
      else assert.deepEqual(before, expected, 'run UPDATE=1 npm run unit');
    }
  });
});

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;

interface Manifest {
  contributes: { configuration: Group | Group[] };
}

interface Group {
  properties: Record<string, { properties?: Record<string, object> } | undefined>;
}
