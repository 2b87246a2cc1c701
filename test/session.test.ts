import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
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
});

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
