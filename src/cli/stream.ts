import { StringDecoder } from 'node:string_decoder';
import type { Readable } from 'node:stream';
import type { AnalyseOptions } from '../plan';
import { isRegion, languages } from '../settings';
import { openAnalysts } from './analysts';
import { openConfig } from './config';
import { inOrder } from './in-order';
import { status } from './misuse';
import { analyseOptions, type CommonOptions } from './options';
import { write, type Speaking } from './world';

/**
 * `planlint analyze --ndjson`: a request a line in, an Analysis a line out, in the same order. Each is written as soon as
 * it is its turn, whether or not more lines come; no more than a few a thread are under way, so memory stays flat. A line
 * that is no request gets an error object in its place.
 */
export async function stream(options: CommonOptions, world: Speaking): Promise<number> {
  // Only a named configuration counts: a request's path is a name, not a place on this disk.
  const settings = options.config === undefined ? {} : await openConfig(world, options.config).settingsFor(null);
  const analysts = openAnalysts(options.threads, world);
  const answer = async (line: string): Promise<Line> => {
    const request = readRequest(line);
    if ('problem' in request) return answerWith({ path: request.path, error: { message: request.problem } });
    const asked = { ...analyseOptions(request.path, options, settings, world), ...request.options };
    try {
      const { json, failures } = await analysts.analysis(request.text, asked);
      return { line: `${json}\n`, exit: failures.length > 0 ? status.failed : status.clean };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return answerWith({ path: request.path, error: { message } }, status.failed);
    }
  };
  let worst: number = status.clean;
  try {
    for await (const { line, exit } of inOrder(linesIn(world.stdin), answer, analysts.width)) {
      worst = Math.max(worst, exit);
      await write(world.stdout, line);
    }
  } finally {
    await analysts.close();
  }
  return worst;
}

/** A line of output, and the exit status that it asks for. */
interface Line {
  readonly line: string;
  readonly exit: number;
}

const answerWith = (value: object, exit: number = status.clean): Line => ({
  line: `${JSON.stringify(value)}\n`,
  exit,
});

/**
 * The lines of a stream, without their ends (`\n` or `\r\n`; JSON may hold U+2028 raw, so nothing else ends a line).
 * The pieces of a long line are joined once, at its end.
 */
export async function* linesIn(input: Readable): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let pieces: string[] = [];
  const joined = (last: string): string => {
    const line = pieces.length === 0 ? last : pieces.join('') + last;
    pieces = [];
    return line.endsWith('\r') ? line.slice(0, -1) : line;
  };
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.write(chunk as Buffer);
    let from = 0;
    for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
      yield joined(text.slice(from, to));
      from = to + 1;
    }
    if (from < text.length) pieces.push(text.slice(from));
  }
  const rest = joined(decoder.end());
  if (rest !== '') yield rest;
}

type Request =
  | { readonly path: string; readonly text: string; readonly options: AnalyseOptions }
  | { readonly path: string | null; readonly problem: string };

/** Not translated: what programs read stays the same wherever they run. */
function readRequest(line: string): Request {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { path: null, problem: `The line is not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { path: null, problem: 'The line is not a JSON object; a request is {"path": …, "text": …}.' };
  }
  const { path, text, year, language, region, format } = value as Record<string, unknown>;
  const problem = (message: string): Request => ({ path: typeof path === 'string' ? path : null, problem: message });
  if (typeof path !== 'string') return problem('"path" must be a string.');
  if (typeof text !== 'string') return problem('"text" must be a string.');
  if (isGiven(year) && !(typeof year === 'number' && Number.isInteger(year))) {
    return problem('"year" must be a whole number.');
  }
  if (isGiven(language) && typeof language !== 'string') return problem('"language" must be a string, such as "ko".');
  if (isGiven(region) && !isRegion(region)) {
    return problem('"region" must be a country code of two capital letters, such as "KR".');
  }
  if (isGiven(format) && format !== 'markdown' && format !== 'text') {
    return problem('"format" must be "markdown" or "text".');
  }
  const options: AnalyseOptions = {
    ...(isGiven(year) ? { year: year as number } : {}),
    // A language that is not read is told paragraph by paragraph, as if none had been named.
    ...(languages.includes(language as string) ? { language: language as string } : {}),
    ...(isGiven(region) ? { region: region as string } : {}),
    ...(isGiven(format) ? { format: format as 'markdown' | 'text' } : {}),
  };
  return { path, text, options };
}

/** Null is taken as not given: many programs write absent fields so. */
const isGiven = (value: unknown): boolean => value !== undefined && value !== null;
