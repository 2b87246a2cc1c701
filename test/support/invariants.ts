import { strict as assert } from 'node:assert';
import { analyzePlan } from '../../src/core';
import { applyEdits } from '../../src/edits/edit';
import type { Node } from '../../src/outline/outline';
import type { AnalyseOptions, Plan } from '../../src/plan';
import { eachPiece, sourceSpan } from '../../src/text/reading';

/** What must hold of every analysis of every text. */
export function assertInvariants(text: string, options: AnalyseOptions = {}): Plan {
  const plan = assertStructure(text, options);
  fixesHeal(plan, options);
  return plan;
}

/** The same but for the fixes: of texts with many faults, where mending one may bring another to light. */
export function assertStructure(text: string, options: AnalyseOptions = {}): Plan {
  const plan = analyzePlan(text, options);
  assert.deepEqual(plan.failures, []);
  blocksTile(plan);
  figuresSlice(plan);
  nodesNest(plan);
  return plan;
}

function blocksTile({ blocks, source }: Plan): void {
  let at = 0;
  for (const block of blocks) {
    assert.ok(block.start >= at && block.end >= block.start && block.end <= source.length, 'blocks lie in order');
    at = block.end;
    const { reading } = block;
    const span = sourceSpan(reading, 0, reading.text.length);
    assert.ok(span.start >= block.start && span.end <= block.end, 'a reading lies inside its block');
    for (const [from, offset, length] of eachPiece(reading.pieces)) {
      assert.equal(
        reading.text.slice(from, from + length),
        source.slice(reading.base + offset, reading.base + offset + length),
        'a piece stands verbatim in the source',
      );
    }
  }
}

function figuresSlice({ figures, source, blocks }: Plan): void {
  let at = 0;
  for (const figure of figures) {
    assert.ok(figure.start >= at, 'figures lie in order');
    at = figure.start;
    assert.ok(figure.end > figure.start && figure.end <= source.length, 'a figure lies inside the text');
    const block = blocks[figure.block]!;
    assert.ok(figure.start >= block.start && figure.end <= block.end, 'a figure lies inside its block');
    if (figure.kind === 'change') {
      assert.ok(figures[figure.from] !== undefined && figures[figure.to] !== undefined, 'a change has two ends');
      continue;
    }
    const slice = source.slice(figure.start, figure.end);
    if (/^&|;$/.test(slice)) continue; // a sign written as an entity
    assert.equal(slice[0], figure.text[0], `${JSON.stringify(slice)} begins as ${JSON.stringify(figure.text)}`);
    assert.equal(slice.at(-1), figure.text.at(-1), `${JSON.stringify(slice)} ends as ${JSON.stringify(figure.text)}`);
  }
}

function nodesNest({ outline, source }: Plan): void {
  const check = (nodes: readonly Node[], start: number, end: number): void => {
    let at = start;
    for (const node of nodes) {
      assert.ok(node.start >= at && node.end >= node.start && node.end <= end, `${node.title} lies inside its parent`);
      assert.ok(node.heading.start >= node.start && node.heading.end <= node.end, 'a heading lies inside its node');
      at = node.end;
      check(node.children, node.start, node.end);
    }
  };
  check(outline, 0, source.length);
}

function fixesHeal(plan: Plan, options: AnalyseOptions): void {
  const key = (f: Plan['findings'][number]) => `${f.code}|${f.message}`;
  const before = new Set(plan.findings.map(key));
  for (const finding of plan.findings) {
    assert.ok(finding.fixes.filter((fix) => fix.preferred).length <= 1, 'one preferred fix');
    for (const fix of finding.fixes) {
      const after = analyzePlan(applyEdits(plan.source, fix.edits), options);
      assert.ok(
        !after.findings.some((f) => key(f) === key(finding) && f.start === finding.start),
        `“${fix.title}” removes its finding: ${finding.message}`,
      );
      const added = after.findings.filter(
        (f) => !before.has(key(f)) && (f.severity === 'error' || f.severity === 'warning'),
      );
      if (fix.preferred) assert.deepEqual(added.map(key), [], `“${fix.title}” adds none`);
    }
  }
}
