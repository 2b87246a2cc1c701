import { strict as assert } from 'node:assert';
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  isoOf,
  lastDayOf,
  lengthInDays,
  weekdayOf,
} from '../src/figures/calendar';

describe('calendar', () => {
  it('knows the lengths of months', () => {
    assert.deepEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => lastDayOf(2023, month)),
      [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31],
    );
    assert.deepEqual(
      [1900, 2000, 2024, 2100].map((year) => lastDayOf(year, 2)),
      [28, 29, 29, 28],
    );
    assert.equal(lastDayOf(2024, 13), null);
    assert.equal(lastDayOf(2024, 0), null);
  });

  it('gives null for days that do not exist', () => {
    assert.equal(isoOf(2024, 2, 30), null);
    assert.equal(isoOf(2023, 2, 29), null);
    assert.equal(isoOf(2024, 6, 31), null);
    assert.equal(isoOf(2024, 13, 1), null);
    assert.equal(dayOf('2024-2-1'), null);
    assert.equal(addDays('2024-02-30', 1), null);
    assert.equal(daysBetween('2024-02-28', 'soon'), null);
  });

  it('counts days over leap days and centuries', () => {
    assert.equal(addDays('2024-02-28', 1), '2024-02-29');
    assert.equal(addDays('2023-12-31', 1), '2024-01-01');
    assert.equal(addDays('2024-03-01', -1), '2024-02-29');
    assert.equal(daysBetween('1999-12-31', '2000-03-01'), 61);
    assert.equal(lengthInDays('2024-01-01', '2024-12-31'), 366);
    assert.equal(lengthInDays('2024-05-13', '2024-05-17'), 5);
  });

  it('names weekdays', () => {
    assert.equal(weekdayOf('2024-02-13'), 2);
    assert.equal(weekdayOf('2024-10-02'), 3);
    assert.equal(weekdayOf('2000-01-01'), 6);
    assert.equal(weekdayOf('1969-07-20'), 7);
    assert.equal(weekdayOf('2024-02-30'), null);
  });

  it('adds months, holding to the month’s last day', () => {
    assert.equal(addMonths('2024-01-31', 1), '2024-02-29');
    assert.equal(addMonths('2024-03-15', -3), '2023-12-15');
    assert.equal(addMonths('2024-12-01', 12), '2025-12-01');
  });

  it('agrees with the platform’s calendar on every day of 240 years', () => {
    let iso: string | null = '1900-01-01';
    for (let time = Date.UTC(1900, 0, 1); time < Date.UTC(2140, 0, 1); time += 86_400_000) {
      const day = new Date(time);
      if (iso !== day.toISOString().slice(0, 10)) assert.equal(iso, day.toISOString().slice(0, 10));
      const weekday: number | null = weekdayOf(iso!);
      if (weekday !== (day.getUTCDay() || 7)) assert.equal(weekday, day.getUTCDay() || 7, iso!);
      iso = addDays(iso!, 1);
    }
  });
});
