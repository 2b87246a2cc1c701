import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import Ajv, { type ValidateFunction } from 'ajv';
import { checks } from '../src/checks/index';
import { analyzePlan } from '../src/core';
import { analysisOf, type Analysis } from '../src/report/json';
import { readSettings, settingNames } from '../src/settings';
import { openTerminal } from './support/terminal';

const schema = (name: string): Record<string, unknown> & { properties: Record<string, { properties: object }> } =>
  JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8'));

describe('schemas', () => {
  describe('analysis', () => {
    const validate = new Ajv({ strict: false, allErrors: true }).compile(schema('analysis'));

    for (const file of readdirSync('seeds').filter((name) => /\.(?:md|txt)$/.test(name))) {
      it(`holds for seeds/${file}`, () => {
        const text = readFileSync(`seeds/${file}`, 'utf8');
        assertValid(validate, JSON.parse(JSON.stringify(analysisOf(analyzePlan(text, { path: file })))));
      });
    }
    it('holds for what the stream answers', async () => {
      const terminal = openTerminal();
      try {
        const request = {
          path: 'x.txt',
          text: 'Costs rise from KRW 3 billion to 4–5 billion won by 12.5% in May 2026.',
        };
        const { out } = await terminal.run(['analyze', '--ndjson'], { stdin: `${JSON.stringify(request)}\n` });
        assertValid(validate, JSON.parse(out));
      } finally {
        terminal.close();
      }
    });
    it('tells how much was read, and what is open and why', () => {
      const text = 'The grant is $5 million, 12% more than on 31 June 2026.';
      const { coverage } = JSON.parse(JSON.stringify(analysisOf(analyzePlan(text)))) as Analysis;
      assert.deepEqual([coverage.found, coverage.understood, coverage.kinds.percent.found], [3, 1, 1]);
      assert.deepEqual(
        coverage.open.map(({ why }) => why),
        ['currency', 'impossible'],
      );
    });
    it('refuses what is no analysis', () => {
      const analysis = JSON.parse(JSON.stringify(analysisOf(analyzePlan('KRW 3 billion')))) as Record<string, unknown>;
      for (const wrong of [
        { version: 2 },
        { year: '2026' },
        { outline: [{}] },
        { figures: [{ kind: 'amount' }] },
        { coverage: { found: 1 } },
      ]) {
        assert.equal(validate({ ...analysis, ...wrong }), false, JSON.stringify(wrong));
      }
    });
  });

  describe('.planlintrc.json', () => {
    it('names every check (UPDATE=1 writes it)', () => {
      const now = schema('planlintrc');
      const properties = Object.fromEntries(
        checks.map(({ code, says, severity, off }) => [
          code,
          { description: says, $ref: '#/definitions/severity', default: off === true ? 'off' : severity },
        ]),
      );
      now.properties.checks!.properties = properties;
      const expected = `${JSON.stringify(now, null, 2)}\n`;
      const path = 'schemas/planlintrc.schema.json';
      if (process.env.UPDATE === '1') writeFileSync(path, expected);
      assert.deepEqual(JSON.parse(readFileSync(path, 'utf8')), JSON.parse(expected), 'run UPDATE=1 npm run unit');
    });

    it('names every setting that is read', () => {
      const names = Object.keys(schema('planlintrc').properties).filter((name) => name !== '$schema');
      assert.deepEqual(names.sort(), [...settingNames].sort());
    });

    it('agrees with the reader on what is right and what is wrong', () => {
      const validate = new Ajv({ strict: false }).compile(schema('planlintrc'));
      const codes = checks.map((check) => check.code);
      const cases: [unknown, boolean][] = [
        [{}, true],
        [{ checks: { 'table-total': 'off' }, ignore: [{ code: 'table-total', text: 'x' }], year: 2026 }, true],
        [{ language: 'ko', region: 'KR', failOn: 'never', maxWarnings: 0 }, true],
        [[], false],
        [{ cheks: {} }, false],
        [{ constructor: {} }, false],
        [{ checks: { 'table-totl': 'off' } }, false],
        [{ checks: { 'table-total': 'fatal' } }, false],
        [{ ignore: [{ code: 'table-total' }] }, false],
        [{ year: 2026.5 }, false],
        [{ language: 'xx' }, false],
        [{ region: 'kr' }, false],
        [{ failOn: 'off' }, false],
        [{ maxWarnings: -1 }, false],
      ];
      for (const [value, right] of cases) {
        const { problems } = readSettings(value, codes, (template) => template);
        assert.equal(problems.length === 0, right, JSON.stringify(value));
        assert.equal(validate(value), right, `schema: ${JSON.stringify(value)}`);
      }
    });
  });
});

function assertValid(validate: ValidateFunction, value: unknown): void {
  validate(value);
  assert.deepEqual(validate.errors ?? [], []);
}
