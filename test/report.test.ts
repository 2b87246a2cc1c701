import { strict as assert } from 'node:assert';
import type { Log } from 'sarif';
import { checks } from '../src/checks/index';
import { fingerprints } from '../src/checks/fingerprint';
import { analyzePlan } from '../src/core';
import { csvHead, csvLines } from '../src/report/csv';
import { github } from '../src/report/github';
import { sarif } from '../src/report/sarif';
import { fit, padEnd, widthOf } from '../src/report/width';
import { openTerminal } from './support/terminal';

const faulty = `# Harbour plan 2026

| Task | KRW billion |
| --- | ---: |
| Power lines | 3.0 |
| Stations | 2.0 |
| Total | 6.0 |
`;

describe('reports', () => {
  describe('csv', () => {
    it('quotes what must be quoted and disarms what a spreadsheet would run', () => {
      const plan = analyzePlan('', { path: '=cmd,"x".md' });
      const figure = { kind: 'count', text: '-5 "units"\r\nmore', start: 0, end: 0, node: null, value: -5 } as never;
      const [head, line] = [csvHead(), csvLines(plan, [figure])];
      assert.match(head, /^path,line,column,kind,text,.*,part\r\n$/);
      assert.equal(line, `"'=cmd,""x"".md",1,1,count,"'-5 ""units""\r\nmore",,-5,,,,,,,,,,\r\n`);
    });
  });

  describe('github', () => {
    it('escapes what its commands would read as their own', () => {
      const plan = analyzePlan('100%\nsure', { path: 'a,b:c.md' });
      const finding = { code: 'x', severity: 'hint', message: '50%\nof it', start: 0, end: 4 } as never;
      assert.equal(
        github(plan, [finding]),
        '::notice file=a%2Cb%3Ac.md,line=1,endLine=1,col=1,endColumn=5,title=Planlint x::50%25%0Aof it\n',
      );
    });
    it('gives no columns over several lines', () => {
      const plan = analyzePlan('one\ntwo', { path: 'a.md' });
      const finding = { code: 'x', severity: 'error', message: 'm', start: 1, end: 6 } as never;
      assert.match(github(plan, [finding]), /^::error file=a\.md,line=1,endLine=2,title=/);
    });
  });

  describe('outline as a table', () => {
    it('has a row a task, in Markdown', async () => {
      const terminal = openTerminal({
        'plan.md': '# Harbour plan 2026\n\n## Task 1. Dredge\n\nIt costs KRW 9 billion and ends by 3 March 2026.\n',
      });
      const { out, status } = await terminal.run(['outline', '--format', 'table', 'plan.md']);
      terminal.close();
      assert.equal(status, 0);
      assert.equal(
        out,
        '| Task | Amounts | Dates |\n| --- | --- | --- |\n| 1. Dredge | KRW 9 billion | 3 March 2026 |\n',
      );
    });
  });

  describe('sarif', () => {
    const plan = analyzePlan(faulty, { path: 'plans/항만 계획.md' });
    const names = fingerprints(plan, plan.findings);
    const log: Log = sarif(
      [
        {
          plan,
          findings: plan.findings.map((finding, i) => ({ finding, fingerprint: names[i]!, accepted: 'baseline' })),
        },
      ],
      checks,
      '1.2.3',
    );
    const run = log.runs[0]!;
    const result = run.results![0]!;

    it('names every check, and results refer to them', () => {
      assert.deepEqual(
        run.tool.driver.rules!.map((rule) => rule.id),
        checks.map((check) => check.code),
      );
      assert.equal(run.tool.driver.rules![result.ruleIndex!]!.id, result.ruleId);
    });
    it('places are counted from 1, and paths are URIs', () => {
      const { artifactLocation, region } = result.locations![0]!.physicalLocation!;
      assert.equal(artifactLocation!.uri, 'plans/%ED%95%AD%EB%A7%8C%20%EA%B3%84%ED%9A%8D.md');
      assert.equal(
        faulty.split('\n')[region!.startLine! - 1]!.slice(region!.startColumn! - 1, region!.endColumn! - 1),
        '6.0',
      );
      assert.equal(faulty.slice(region!.charOffset, region!.charOffset! + region!.charLength!), '6.0');
    });
    it('carries fingerprint, fix and suppression', () => {
      assert.equal(result.partialFingerprints!['planlint/v1'], names[0]);
      const replacement = result.fixes![0]!.artifactChanges[0]!.replacements[0]!;
      assert.equal(replacement.insertedContent!.text, '5.0');
      assert.equal(result.suppressions![0]!.kind, 'external');
    });
    it('the command line marks what a baseline or a directive accepts', async () => {
      const again = faulty.split('\n').slice(2).join('\n');
      const terminal = openTerminal({ 'plan.md': `${faulty}\n<!-- planlint-disable table-total -->\n\n${again}` });
      try {
        const before = await terminal.run(['check', '--format', 'sarif', 'plan.md']);
        await terminal.run(['check', '--update-baseline', 'plan.md']);
        const after = await terminal.run(['check', '--format', 'sarif', 'plan.md']);
        const kinds = (out: string) =>
          (JSON.parse(out) as Log).runs[0]!.results!.map((one) => one.suppressions![0]?.kind ?? 'open');
        assert.deepEqual(kinds(before.out), ['open', 'inSource']);
        assert.equal(before.status, 1);
        assert.deepEqual(kinds(after.out), ['external', 'inSource']);
        assert.equal(after.status, 0);
      } finally {
        terminal.close();
      }
    });
  });

  describe('width', () => {
    it('Hangul takes two columns', () => {
      assert.equal(widthOf('예산 KRW'), 8);
      assert.equal(padEnd('예산', 6), '예산  ');
      assert.equal(fit('소요 예산 총액', 8), '소요 예…');
      assert.equal(fit('short', 8), 'short');
    });
  });
});
