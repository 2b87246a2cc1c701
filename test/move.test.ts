import { strict as assert } from 'node:assert';
import { analyzePlan } from '../src/core';
import { applyEdits } from '../src/edits/edit';
import { moveNode, type Destination } from '../src/edits/move';

const labelled = `# Work plan for 2026

The plan has two strategies and four tasks.

## Strategy 1. Roads

### Task 1. Build

The city builds roads for KRW 3 billion.

### Task 2. Mend

Task 1 comes first, then Task 4.

## Strategy 2. Rail

### Task 3. Lay tracks

Tracks are laid by June 2026.

### Task 4. Run trains

Trains run from Task 3 on.
`;

const spoken = `Work plan for 2026

The ministry announced two strategies and four key tasks for 2026.

Roads that last

First, the ministry will build roads in the north of the country.

Second, the ministry will mend roads in the south of the country.

Rail for everyone

Third, the ministry will lay tracks to all the harbours.

Lastly, the ministry will run more trains at night.
`;

function moved(text: string, from: readonly number[], to: Destination): string | null {
  const plan = analyzePlan(text, { format: text.startsWith('#') ? 'markdown' : 'text' });
  const edits = moveNode(plan, from, to);
  return edits && applyEdits(text, edits);
}

/** Index path of the first strategy: a title may stand above it. */
const first = (text: string): readonly number[] => {
  const { outline } = analyzePlan(text, { format: text.startsWith('#') ? 'markdown' : 'text' });
  return outline[0]!.kind === 'strategy' ? [0] : [0, 0];
};

describe('moving a node', () => {
  it('within its parent: text, numbers and references', () => {
    const home = first(labelled);
    const after = moved(labelled, [...home, 1], { parent: home, index: 0 });
    assert.equal(
      after,
      labelled
        .replace('### Task 1. Build\n\nThe city builds roads for KRW 3 billion.\n\n', '')
        .replace('### Task 2. Mend\n\nTask 1 comes', '### Task 1. Mend\n\nTask 2 comes')
        .replace(
          'then Task 4.\n\n',
          'then Task 4.\n\n### Task 2. Build\n\nThe city builds roads for KRW 3 billion.\n\n',
        ),
    );
  });

  it('across parents, where the series runs through', () => {
    const home = first(labelled);
    const other = [...home.slice(0, -1), home.at(-1)! + 1];
    const after = moved(labelled, [...home, 0], { parent: other, index: 2 })!;
    assert.match(
      after,
      /## Strategy 1\. Roads\n\n### Task 1\. Mend\n\nTask 4 comes first, then Task 3\.\n\n## Strategy 2/,
    );
    assert.match(after, /### Task 2\. Lay tracks/);
    assert.match(
      after,
      /### Task 3\. Run trains\n\nTrains run from Task 2 on\.\n\n### Task 4\. Build\n\nThe city .*\.\n$/,
    );
  });

  it('spoken ordinals stay with their places, the closing one too', () => {
    const home = first(spoken);
    const other = [...home.slice(0, -1), home.at(-1)! + 1];
    const after = moved(spoken, [...other, 1], { parent: other, index: 0 })!;
    assert.match(
      after,
      /Third, the ministry will run more trains at night\.\n\nLastly, the ministry will lay tracks to all the harbours\.\n$/,
    );
  });

  it('there and back gives the same text', () => {
    for (const text of [labelled, spoken, labelled.replace(/\n/g, '\r\n')]) {
      const home = first(text);
      const there = moved(text, [...home, 0], { parent: home, index: 2 })!;
      assert.notEqual(there, text);
      assert.equal(moved(there, [...home, 1], { parent: home, index: 0 }), text);
    }
  });

  it('stays where it is, or cannot go', () => {
    const home = first(labelled);
    assert.equal(moved(labelled, [...home, 0], { parent: home, index: 1 }), labelled);
    assert.equal(moved(labelled, home, { parent: [...home, 0], index: 0 }), null);
    assert.equal(moved(labelled, [...home, 0], { parent: home.slice(0, -1), index: 0 }), null);
    const other = [...home.slice(0, -1), home.at(-1)! + 1];
    assert.equal(moved(labelled, home, { parent: [...other, 0], index: 0 }), null, 'a strategy under a task');
  });
});
