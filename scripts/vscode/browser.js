// A headless Chromium: the system's where there is one, else the one that comes as an npm package.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { cache } from './install.js';

const require = createRequire(import.meta.url);
const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Starts the browser. `PLANLINT_CHROME` names another one. */
export async function launchBrowser() {
  const system = process.env.PLANLINT_CHROME ?? systemBrowsers.find((file) => existsSync(file));
  const packaged = system === undefined ? await unpackChromium() : null;
  return chromium.launch({
    executablePath: system ?? packaged.executable,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--font-render-hinting=none'],
    env: { ...process.env, FONTCONFIG_FILE: fonts(), ...packaged?.env },
    timeout: 60_000,
  });
}

/** The npm package keeps the binary compressed, beside the shared libraries that a bare system lacks. */
async function unpackChromium() {
  const home = join(cache, 'chromium');
  const executable = join(home, 'chromium');
  const env = { LD_LIBRARY_PATH: join(home, 'lib') };
  if (existsSync(join(home, 'ready'))) return { executable, env };
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const entry = require.resolve('@sparticuz/chromium');
  const temporary = process.env.TMPDIR;
  process.env.TMPDIR = home; // it unpacks itself to the temporary folder
  try {
    const { default: packaged } = await import(pathToFileURL(entry).href);
    const unpacked = await packaged.executablePath();
    if (unpacked !== executable) renameSync(unpacked, executable);
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
  }
  let folder = dirname(entry);
  while (!existsSync(join(folder, 'bin/al2023.tar.br'))) folder = dirname(folder);
  execFileSync('tar', ['x', '-C', home], {
    input: brotliDecompressSync(readFileSync(join(folder, 'bin/al2023.tar.br'))),
  });
  writeFileSync(join(home, 'ready'), '');
  return { executable, env };
}

/** Fonts from npm packages, Hangul included, so that pictures are alike on every machine. */
function fonts() {
  const file = join(cache, 'fonts.conf');
  const folder = (name) => dirname(require.resolve(`${name}/package.json`));
  const packages = ['dejavu-fonts-ttf', '@expo-google-fonts/nanum-gothic', '@expo-google-fonts/nanum-gothic-coding'];
  const alias = (family, ...names) =>
    `<match target="pattern"><test name="family"><string>${family}</string></test>${names
      .map((name) => `<edit name="family" mode="assign" binding="strong"><string>${name}</string></edit>`)
      .join('')}</match>`;
  const prefer = (family, ...names) =>
    `<alias binding="strong"><family>${family}</family><prefer>${names.map((name) => `<family>${name}</family>`).join('')}</prefer></alias>`;
  mkdirSync(cache, { recursive: true });
  writeFileSync(
    file,
    [
      '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
      ...packages.map((name) => `<dir>${folder(name)}</dir>`),
      '<selectfont><rejectfont><glob>*Serif*</glob></rejectfont><rejectfont><glob>*Condensed*</glob></rejectfont></selectfont>',
      `<cachedir>${join(cache, 'fonts')}</cachedir>`,
      ...['system-ui', 'Ubuntu', 'Droid Sans', 'Sans', 'serif'].map((family) => alias(family, 'NanumGothic')),
      prefer('monospace', 'DejaVu Sans Mono', 'NanumGothicCoding'),
      prefer('sans-serif', 'NanumGothic', 'DejaVu Sans'),
      '</fontconfig>',
    ].join('\n'),
  );
  return file;
}
