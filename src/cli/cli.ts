import { createInterface } from 'node:readline';
import { analyzePlan } from '../core';
import { analysisOf } from '../report/json';

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (line.trim() === '') continue;
  const request = JSON.parse(line) as { path: string; text: string };
  process.stdout.write(JSON.stringify(analysisOf(analyzePlan(request.text, request))) + '\n');
}
