// The licences of everything that a bundle holds, as the licences ask.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * @param {readonly string[]} inputs files that went into the bundles, as esbuild's metafiles name them
 * @returns {string} one section a package, in order of name
 */
export function noticesOf(inputs) {
  const homes = new Set();
  for (const input of inputs) {
    if (!input.includes('node_modules/')) continue;
    let folder = dirname(input);
    while (!existsSync(join(folder, 'package.json')) || !('version' in manifestOf(folder))) folder = dirname(folder);
    homes.add(folder);
  }
  const sections = [...homes].map((home) => {
    const { name, version, license } = manifestOf(home);
    const file = readdirSync(home).find((entry) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(entry));
    const text = file === undefined ? `Licence: ${license}` : readFileSync(join(home, file), 'utf8').trim();
    return { name, section: `${name} ${version}\n\n${text}` };
  });
  const words = { name: 'scowl', section: readFileSync('src/language/words.copyright.txt', 'utf8').trim() };
  return `Planlint contains the following works.\n\n${[...sections, words]
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
    .map(({ section }) => section)
    .join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

const manifestOf = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
