import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { createGenerator } from 'ts-json-schema-generator';
import { analyzePlan } from '../src/core';
import { checks } from '../src/checks/index';
import { sarif } from '../src/report/sarif';

/** The SARIF types are written from the standard's schema (OASIS SARIF 2.1.0); made a schema again, they check real output. */
describe('SARIF', () => {
  it('a real log is valid', function () {
    this.timeout(60_000);
    const schema = createGenerator({
      path: 'node_modules/@types/sarif/index.d.ts',
      type: 'Log',
      skipTypeCheck: true,
    }).createSchema('Log');
    const validate = new Ajv({ strict: false }).compile(schema as object);
    for (const name of ['first-try.md', 'science-ict-2024-pasted.txt', '안전-2026.md']) {
      const text = readFileSync(`seeds/${name}`, 'utf8');
      const plan = analyzePlan(text, { path: name });
      const findings = plan.findings.map((finding, index) => ({ finding, fingerprint: `${index}`, accepted: null }));
      const log = sarif([{ plan, findings }], checks, '1.0.0');
      validate(JSON.parse(JSON.stringify(log)));
      assert.deepEqual(validate.errors ?? [], [], name);
    }
  });
});
