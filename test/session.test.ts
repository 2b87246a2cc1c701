import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { analyzePlan, openPlan, type Edit } from '../src/core';
import { randomFrom } from './support/damage';

/** How many edits are made to each seed; `STEPS=400 npx mocha …` makes more. */
const steps = Number(process.env.STEPS ?? 25);
/** Long enough for several tasks and a table. */
const LENGTH = 4000;

describe('an edited session', () => {
  for (const name of readdirSync('seeds').filter((file) => file !== 'README.md')) {
    it(`equals a cold run after each of ${steps} random edits of ${name}`, function () {
      this.timeout(0);
      const random = randomFrom(name.length);
      const options = { path: name };
      const whole = readFileSync(`seeds/${name}`, 'utf8');
      const from = Math.floor(random() * Math.max(0, whole.length - LENGTH));
      let text = whole.slice(from, from + LENGTH);
      const session = openPlan(text, options);
      for (let step = 0; step < steps; step++) {
        const edits = randomEdits(text, whole, random);
        text = edits.reduceRight((so, { start, end, newText }) => so.slice(0, start) + newText + so.slice(end), text);
        assert.deepEqual(session.edit(edits), analyzePlan(text, options), `step ${step}: ${JSON.stringify(edits)}`);
      }
    });
  }

  it('lets go of the versions of its source', async function () {
    this.timeout(0);
    const sentence = 'It is as long as plans are – “and as dull” as the longest of them. ';
    const text = Array.from({ length: 150 }, (_, at) => `Paragraph ${at}. ${sentence.repeat(4)}\n\n`).join('');
    const edits = 30;
    const edited = (): ReturnType<typeof openPlan> => {
      const session = openPlan(text, { format: 'markdown' });
      for (let edit = 0; edit < edits; edit++) {
        const at = Math.floor((text.length * (edit + 0.5)) / edits);
        session.edit([{ start: at, end: at, newText: 'y' }]);
      }
      return session;
    };
    edited(); // what is compiled is no part of the plan
    const before = await heap();
    const [unedited, session] = [openPlan(text, { format: 'markdown' }), edited()];
    const more = (await heap()) - before;
    const version = text.length * 2;
    assert.ok(more < version * edits, `${more} bytes, of which a version takes ${version}`);
    assert.equal(session.plan.blocks.length, unedited.plan.blocks.length);
  });
});

/** Bytes of the heap in use once the garbage is collected. */
async function heap(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let turn = 0; turn < 4; turn++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return process.memoryUsage().heapUsed;
}

/** What people do: type a letter or a digit, break and join lines, delete a stretch, paste one from elsewhere. */
function randomEdits(text: string, source: string, random: () => number): Edit[] {
  const below = (limit: number): number => Math.floor(random() * limit);
  const edits: Edit[] = [];
  let at = 0;
  for (let count = 1 + below(2); count > 0; count--) {
    const start = at + below(text.length - at + 1);
    const kind = below(6);
    const end = Math.min(text.length, kind < 3 ? start + below(2) : start + below(120));
    const paste = below(source.length);
    edits.push({
      start,
      end,
      newText: [letters[below(letters.length)]!, '\n', '', '', '\n\n', source.slice(paste, paste + 200)][kind]!,
    });
    at = end;
    if (at >= text.length) break;
  }
  return edits;
}

const letters = ['x', '7', ' ', '억', '|', '#', '.', '- ', '2026', '’', '*'];
