import { strict as assert } from 'node:assert';
import * as core from '../src/core';

describe('core', () => {
  it('exports exactly what is promised', () => {
    assert.deepEqual(Object.keys(core).sort(), ['analyzePlan', 'openPlan', 'openPlanInSteps']);
  });

  it('never throws on any string', () => {
    for (const text of [
      '',
      'word',
      '\ud800',
      '\udc00x',
      '\ufeff',
      '\0\x01\x02',
      '|\n|',
      '---\na: 1',
      '# '.repeat(3000),
    ]) {
      assert.doesNotThrow(() => core.analyzePlan(text));
      assert.doesNotThrow(() => core.analyzePlan(text, { format: 'markdown' }));
    }
  });

  it('an edited session equals a cold run', () => {
    const { edit } = core.openPlan('Budget: KRW 3 billion.\n');
    const after = edit([{ start: 8, end: 8, newText: 'about ' }]);
    assert.deepEqual(after, core.analyzePlan('Budget: about KRW 3 billion.\n'));
  });

  it('an edit in steps gives the same plan, and none while it is not done', () => {
    const session = core.openPlan('Budget: KRW 3 billion.\n');
    const before = session.plan;
    const dropped = session.editInSteps([{ start: 8, end: 8, newText: 'about ' }]);
    dropped.next();
    assert.equal(session.plan, before);
    const steps = session.editInSteps([{ start: 0, end: 6, newText: 'Cost' }]);
    while (steps.next().done !== true);
    assert.deepEqual(session.plan, core.analyzePlan('Cost: KRW 3 billion.\n'));
  });

  it('in steps it is the same plan, and is put down after every block', () => {
    const text = 'Budget: KRW 3 billion.\n\n'.repeat(40);
    const steps = core.openPlanInSteps(text, { year: 2026 });
    let times = 0;
    for (let step = steps.next(); ; step = steps.next(), times++) {
      if (!step.done) continue;
      assert.deepEqual(step.value.plan, core.analyzePlan(text, { year: 2026 }));
      break;
    }
    assert.ok(times > 40, `${times} steps`);
  });

  it('a document may say itself whether it is a plan', () => {
    const text = 'Power lines cost KRW 3 billion; 31 June 2026 is the last day.\n';
    const of = (said: string, plan?: boolean) =>
      core.analyzePlan(`---\ntitle: x\n${said}\n---\n\n${text}`, {
        path: 'a.md',
        ...(plan === undefined ? {} : { plan }),
      });
    assert.equal(of('planlint: true').isPlan, true);
    assert.equal(of('planlint: false').isPlan, false);
    assert.deepEqual(of('planlint: false').findings, []);
    assert.equal(of('planlint: false', true).isPlan, true, 'the caller knows better');
    assert.equal(of('---\n\nplanlint: true').isPlan, of('other: true').isPlan, 'only the front matter counts');
  });

  it('a README of plans is no plan, unless somebody says so', () => {
    const text = '# Work plan 2026\n\nThe plan has two strategies and four tasks. The budget is KRW 3 billion.\n';
    const isPlan = (path: string, plan?: boolean) =>
      core.analyzePlan(text, { path, ...(plan === undefined ? {} : { plan }) }).isPlan;
    for (const path of ['README.md', 'a/readme.ko.md', 'LICENSE', 'docs\\CHANGELOG.txt', 'CONTRIBUTING.md']) {
      assert.equal(isPlan(path), false, path);
      assert.equal(isPlan(path, true), true, path);
    }
    assert.equal(isPlan('notices-2026.md'), isPlan('plan.md'));
  });
});
