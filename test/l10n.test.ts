import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checks } from '../src/checks/index';

/** Every string that a person reads is in English in the code and in Korean in `l10n/`, and none is left over. */
const bundle = json('l10n/bundle.l10n.ko.json');
const [english, korean] = [json('package.nls.json'), json('package.nls.ko.json')];
const manifest = readFileSync('package.json', 'utf8');

describe('l10n', () => {
  const said = sources('src').map((file) => ({ file, calls: calls(readFileSync(file, 'utf8')) }));
  const sayings = checks.map(({ says }) => says);
  const templates = new Set([...sayings, ...said.flatMap(({ calls }) => calls.map(({ template }) => template))]);

  for (const { file, calls } of said) {
    it(`${file}: templates are literals, each with its Korean sentence`, () => {
      for (const { template, line } of calls) {
        assert.ok(template !== undefined, `${file}:${line}: write the template as a string literal`);
        assert.ok(Object.hasOwn(bundle, template), `${file}:${line}: no Korean for “${template}”`);
      }
    });
  }

  it('what a check says has its Korean sentence', () => {
    assert.deepEqual(
      sayings.filter((sentence) => !Object.hasOwn(bundle, sentence)),
      [],
    );
  });

  it('no Korean sentence is left over', () => {
    assert.deepEqual(
      Object.keys(bundle).filter((template) => !templates.has(template)),
      [],
    );
  });

  it('Korean sentences are Korean, are sorted by their template and have its places', () => {
    const keys = Object.keys(bundle);
    assert.deepEqual(keys, [...keys].sort());
    for (const [template, sentence] of Object.entries(bundle)) {
      assert.deepEqual(places(sentence), places(template), template);
      const says = template.replace(/\{\d+\}/g, '');
      assert.ok(/[가-힣]/.test(sentence) || !/[A-Za-z]{3}/.test(says), template);
    }
  });

  it('the manifest says everything in both languages', () => {
    const named = [...manifest.matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]!);
    assert.deepEqual(Object.keys(english).sort(), [...new Set(named)].sort());
    assert.deepEqual(Object.keys(korean).sort(), Object.keys(english).sort());
    for (const [key, sentence] of Object.entries(korean)) assert.match(sentence, /[가-힣]|-ko(?:-\w+)?\.png$/, key);
  });

  it('the manifest has no sentence of its own', () => {
    const { contributes } = JSON.parse(manifest) as { contributes: unknown };
    const spoken = /^(?:title|description|markdownDescription|contents|patternErrorMessage|altText|name)$/;
    const visit = (value: unknown, key: string) => {
      if (typeof value === 'string' && spoken.test(key)) assert.match(value, /^(?:%.*%|Planlint)$/, `${key}: ${value}`);
      else if (typeof value === 'object' && value !== null) {
        for (const [name, item] of Object.entries(value)) visit(item, Array.isArray(value) ? key : name);
      }
    };
    visit(contributes, '');
  });
});

function json(path: string): Record<string, string> {
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
    .sort();
}

/** Calls of a function `t` whose first argument is a template; undefined where that is no literal. */
function calls(text: string): { template: string | undefined; line: number }[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, ' '));
  return [...code.matchAll(/(?<![\w$])t\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|(?=\S))/g)].map((match) => ({
    template: (match[1] ?? match[2])?.replace(/\\(['"\\])/g, '$1'),
    line: code.slice(0, match.index).split('\n').length,
  }));
}

/** The places of a template, each once: Korean may name one twice or in another order. */
const places = (sentence: string): string[] => [...new Set(sentence.match(/\{\d+\}/g) ?? [])].sort();
