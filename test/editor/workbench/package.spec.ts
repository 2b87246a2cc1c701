import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';

/** What may be in the package, as `.vscodeignore` lets it through; nothing of it is a source, a test or a map. */
const belongs = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/package(?:\.nls(?:\.[a-z]+)?)?\.json$/,
  /^extension\/(?:readme\.md|changelog\.md|LICENSE\.txt)$/i,
  /^extension\/dist\/(?:editor\/(?:extension|features|grammar)\.js|THIRD-PARTY-NOTICES\.txt)$/,
  /^extension\/syntaxes\/[\w-]+\.tmLanguage\.json$/,
  /^extension\/l10n\/bundle\.l10n\.[a-z]+\.json$/,
  /^extension\/schemas\/[\w-]+\.schema\.json$/,
  /^extension\/media\/(?:icon\.png|plan\.svg|walkthrough\/[a-z-]+\.png)$/,
  /^extension\/seeds\/first-try(?:\.ko)?\.md$/,
  /^extension\/docs\/checks\/[a-z-]+\.md$/,
];

describe('workbench: the package', () => {
  const name = readdirSync('.').find((file) => file.endsWith('.vsix'))!;
  const vsix = readFileSync(name);

  it('is smaller than 1.5 MB', () => assert.ok(vsix.length < 1.5 * 1024 * 1024, `${vsix.length} bytes`));

  it('holds what belongs and nothing else', () => {
    const entries = entriesOf(vsix);
    assert.ok(entries.length > 20);
    assert.deepEqual(
      entries.filter((entry) => !belongs.some((pattern) => pattern.test(entry))),
      [],
    );
    for (const needed of ['extension/dist/editor/extension.js', 'extension/l10n/bundle.l10n.ko.json'])
      assert.ok(entries.includes(needed), needed);
  });
});

/** The names in a zip file's central directory (APPNOTE 4.3.12). */
function entriesOf(zip: Buffer): string[] {
  const names: string[] = [];
  const signature = Buffer.from('PK\x01\x02', 'latin1');
  for (let at = zip.indexOf(signature); at >= 0; at = zip.indexOf(signature, at + 46)) {
    const length = zip.readUInt16LE(at + 28);
    names.push(zip.toString('utf8', at + 46, at + 46 + length));
  }
  return names;
}
