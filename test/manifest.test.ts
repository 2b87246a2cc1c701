import { strict as assert } from 'node:assert';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

interface Setting {
  readonly type: string;
  readonly order?: number;
  readonly scope?: string;
  readonly enum?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
  readonly markdownDescription?: string;
}

interface Manifest {
  readonly browser: string;
  readonly main: string;
  readonly icon: string;
  readonly categories: readonly string[];
  readonly keywords: readonly string[];
  readonly capabilities: unknown;
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly keybindings: readonly { readonly command: string; readonly key: string; readonly when?: string }[];
    readonly configuration: readonly {
      readonly order: number;
      readonly properties: Readonly<Record<string, Setting>>;
    }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly media: { readonly image: Readonly<Record<string, string>>; readonly altText: string };
      }[];
    }[];
  };
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const wordsIn = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
const [words, koreanWords] = [wordsIn('package.nls.json'), wordsIn('package.nls.ko.json')];
const { commands, menus, keybindings, configuration, walkthroughs } = manifest.contributes;
const settings = configuration.flatMap(({ properties }) => Object.entries(properties));
const code = readdirSync('src/editor')
  .map((name) => readFileSync(join('src/editor', name), 'utf8'))
  .join('\n');

describe('manifest', () => {
  for (const [name, setting] of settings) {
    it(`${name}: order, scope, an example, a word for each of its values`, () => {
      assert.equal(typeof setting.order, 'number');
      assert.equal(setting.scope, 'language-overridable');
      const description = words[setting.markdownDescription!.replace(/%/g, '')]!;
      assert.match(description, /Example: .*`/);
      assert.equal(setting.markdownEnumDescriptions?.length, setting.enum?.length);
      assert.ok(code.includes(`'${name.replace('planlint.', '')}'`), 'nothing reads it');
    });
  }

  it('groups and their settings stand in order', () => {
    const inOrder = (orders: readonly (number | undefined)[]) =>
      assert.deepEqual(
        orders,
        orders.map((_, index) => index + 1),
      );
    inOrder(configuration.map(({ order }) => order));
    for (const { properties } of configuration) inOrder(Object.values(properties).map(({ order }) => order));
  });

  it('every command is there, and its menus and keys name no other', () => {
    const names = new Set(commands.map(({ command }) => command));
    for (const name of names) assert.ok(code.includes(`'${name}'`) || /(?:next|previous|move)[A-Z]/.test(name), name);
    for (const { command } of [...Object.values(menus).flat(), ...keybindings]) assert.ok(names.has(command), command);
  });

  it('the palette offers what needs a plan only where one is', () => {
    const free = ['openSample', 'explainCheck', 'fixWorkspace', 'openSettings'].map((name) => `planlint.${name}`);
    for (const { command } of commands) {
      const entry = menus.commandPalette!.find((item) => item.command === command);
      if (free.includes(command)) assert.equal(entry, undefined, command);
      else assert.match(entry?.when ?? '', /planlint\.(active|candidate)/, command);
    }
  });

  it('keys hold only in a plan, and spare those that type letters: AltGr is Ctrl+Alt', () => {
    for (const { key, when = '' } of keybindings) {
      assert.match(when, /planlint\.active/);
      assert.doesNotMatch(key, /ctrl\+alt\+\S$/, key);
    }
  });

  it('runs without Node, without trust, on virtual files', () => {
    assert.equal(manifest.browser, manifest.main);
    assert.deepEqual(manifest.capabilities, { virtualWorkspaces: true, untrustedWorkspaces: { supported: true } });
    assert.doesNotMatch(code, /\bscheme === 'file'|\.fsPath\b|TelemetryLogger/);
  });

  it('reaches no network: nothing that is shipped, packages included, has the means', () => {
    for (const name of readdirSync('dist/editor').filter((file) => file.endsWith('.js'))) {
      const shipped = readFileSync(join('dist/editor', name), 'utf8');
      const means = /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|RTCPeerConnection)\b/;
      assert.doesNotMatch(shipped, means, name);
      const modules = [...shipped.matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1]);
      assert.ok(
        modules.every((module) => module === 'vscode'),
        `${name}: ${modules.join()}`,
      );
    }
  });

  it('the walkthrough has three steps, each with a picture and its description', () => {
    const [{ steps } = { steps: [] }] = walkthroughs;
    assert.equal(steps.length, 3);
    for (const { media } of steps) {
      assert.deepEqual(Object.keys(media.image).sort(), ['dark', 'hc', 'hcLight', 'light']);
      for (const key of Object.values(media.image).map((name) => name.replace(/%/g, '')))
        for (const file of [words[key]!, koreanWords[key]!]) assert.ok(existsSync(file), file);
      assert.match(media.altText, /^%.*%$/);
    }
  });

  it('is fit for the Marketplace: icon, categories, keywords, pictures that are there', () => {
    assert.ok(existsSync(manifest.icon));
    assert.ok(manifest.categories.length > 0 && manifest.keywords.length >= 5);
    const pictures = [...readFileSync('README.md', 'utf8').matchAll(/!\[[^\]]{10,}\]\(([^)]+)\)/g)].map(
      (match) => match[1]!,
    );
    assert.ok(pictures.length >= 4);
    for (const picture of pictures) assert.ok(existsSync(picture), picture);
  });
});
