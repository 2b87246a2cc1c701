import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import { checks } from '../src/checks/index';
import { analyzePlan } from '../src/core';
import { applyEdits } from '../src/edits/edit';
import { optionsOf, readCases, shown } from './support/markers';

/**
 * test/fixtures/checks/<code>.txt: `[[…]]` is a finding of the file's own code, `[[other-code|…]]` of another, `[[~|…]]`
 * a related span. No mark: nothing must be found (of any check that is on). `--- says` gives the messages, a line each;
 * `--- after: title` the whole text after the fix of that title. `{only: own}` looks at the file's own code alone.
 */
const folder = 'test/fixtures/checks';

for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
  const own = file.slice(0, -4);
  describe(`checks/${file}`, () => {
    for (const fixture of readCases(file, readFileSync(`${folder}/${file}`, 'utf8'))) {
      const verify = () => {
        const base = optionsOf(fixture.settings);
        const options = { ...base, checks: { ...base.checks, [own]: checks.find((c) => c.code === own)!.severity } };
        const plan = analyzePlan(fixture.text, options);
        assert.deepEqual(plan.failures, []);
        const findings = plan.findings.filter((f) => fixture.settings.only !== 'own' || f.code === own);
        const marks = fixture.marks.filter((mark) => mark.name !== '~');
        assert.equal(
          shown(
            fixture.text,
            findings.map(({ start, end, code }) => ({ start, end, name: code })),
          ),
          shown(
            fixture.text,
            marks.map((mark) => ({ ...mark, name: mark.name ?? own })),
          ),
          findings.map((f) => `${f.code}: ${f.message}`).join('\n'),
        );
        const related = fixture.marks.filter((mark) => mark.name === '~');
        if (related.length > 0) {
          const spans = new Set(findings.flatMap((f) => f.related.map(({ start, end }) => `${start}-${end}`)));
          for (const mark of related) {
            assert.ok(
              spans.has(`${mark.start}-${mark.end}`),
              `${fixture.text.slice(mark.start, mark.end)} is not related`,
            );
          }
        }
        for (const { name, body } of fixture.sections) {
          if (name === 'says') assert.equal(findings.map((f) => f.message).join('\n'), body);
          const title = /^after: (.*)$/.exec(name)?.[1];
          if (title === undefined) continue;
          const fixes = findings.flatMap((f) => f.fixes);
          const fix = fixes.find((candidate) => candidate.title === title);
          assert.ok(fix, `No fix “${title}”; offered: ${fixes.map((f) => f.title).join(' | ') || 'none'}`);
          const after = applyEdits(fixture.text, fix.edits);
          assert.equal(after, body);
          const left = analyzePlan(after, options).findings.map((f) => `${f.code}: ${f.message}`);
          const before = new Set(plan.findings.map((f) => `${f.code}: ${f.message}`));
          assert.deepEqual(
            left.filter((line) => !before.has(line)),
            [],
            'the fix adds findings',
          );
          assert.ok(left.length < plan.findings.length, 'the fix does not remove its finding');
        }
      };
      it(fixture.title, () => {
        if (fixture.settings.known === undefined) return verify();
        try {
          verify();
        } catch {
          return; // a known miss: it fails today, as it says
        }
        assert.fail(`This known miss has healed: remove {known: ${fixture.settings.known}}`);
      });
    }
  });
}

describe('checks', () => {
  for (const check of checks) {
    it(`${check.code} has fixtures: three faults, a fix, three that look like one`, () => {
      const cases = readCases(check.code, readFileSync(`${folder}/${check.code}.txt`, 'utf8'));
      const own = cases.filter((c) => c.marks.some((m) => m.name === null || m.name === check.code));
      const silent = cases.filter((c) => c.marks.every((m) => m.name === '~'));
      assert.ok(own.length >= 3, `${own.length} faults`);
      assert.ok(silent.length >= 3, `${silent.length} silent texts`);
    });
    it(`${check.code}: its own examples`, () => {
      for (const { wrong, right, language, year } of check.examples) {
        const options = {
          format: 'markdown' as const,
          ...(language === undefined ? {} : { language }),
          ...(year === undefined ? {} : { year }),
          checks: { [check.code]: check.severity },
        };
        const of = (text: string) => analyzePlan(text, options).findings.filter((f) => f.code === check.code);
        assert.equal(of(wrong).length, 1, wrong);
        assert.equal(of(right).length, 0, right);
      }
    });
  }
});
