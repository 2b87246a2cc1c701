import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { checks } from '../checks/index';
import { readSettings, type Settings } from '../settings';
import { linesOf, placeAt } from '../text/lines';
import { shownPath } from './documents';
import { Misuse } from './misuse';
import type { Speaking } from './world';

export const configName = '.planlintrc.json';

/** Finds and reads the settings of documents; each file is read once. */
export interface Config {
  /** Settings for a file: the named configuration, else the nearest one in its folder or above. Null: from `cwd`. */
  settingsFor(file: string | null): Promise<Settings>;
}

/**
 * @param named the configuration that the user named; it then serves every document.
 * Reading throws Misuse where a configuration is missing or wrong: with line, column and what was expected.
 */
export function openConfig(world: Speaking, named: string | undefined): Config {
  const read = new Map<string, Promise<Settings | null>>();
  const settingsAt = (file: string, mustExist: boolean): Promise<Settings | null> => {
    const known = read.get(file) ?? readConfig(file, mustExist, world);
    read.set(file, known);
    return known;
  };
  return {
    async settingsFor(file) {
      if (named !== undefined) return (await settingsAt(resolve(world.cwd, named), true)) ?? {};
      let folder = file === null ? world.cwd : dirname(file);
      for (;;) {
        const settings = await settingsAt(join(folder, configName), false);
        if (settings !== null) return settings;
        const parent = dirname(folder);
        if (parent === folder) return {};
        folder = parent;
      }
    },
  };
}

async function readConfig(file: string, mustExist: boolean, world: Speaking): Promise<Settings | null> {
  const { t, cwd } = world;
  const shown = shownPath(file, cwd);
  let text: string;
  try {
    text = (await readFile(file, 'utf8')).replace(/^\ufeff/, '');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!mustExist && (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES')) return null;
    throw new Misuse(
      code === 'ENOENT'
        ? t('The configuration {0} does not exist. Check the path after --config.', `“${shown}”`)
        : t('The configuration {0} cannot be read: {1}.', `“${shown}”`, message),
    );
  }
  const lines = linesOf(text);
  const wrong = (offset: number, message: string): Misuse => {
    const { line, column } = placeAt(lines, offset);
    return new Misuse(`${shown}:${line + 1}:${column + 1}: ${message}`);
  };
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first !== undefined) {
    throw wrong(first.offset, t('This is not JSON ({0}).', spaced(printParseErrorCode(first.error))));
  }
  const { settings, problems } = readSettings(
    tree === undefined ? {} : valueOf(tree),
    checks.map((check) => check.code),
    t,
  );
  const [problem] = problems;
  if (problem !== undefined) {
    const value = tree && findNodeAtLocation(tree, [...problem.path]);
    const node = problem.atKey ? value?.parent?.children?.[0] : value;
    throw wrong(node?.offset ?? 0, problem.message);
  }
  return settings;
}

/** Plain data of a JSON tree; a key that stands twice has its last value. */
function valueOf(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(valueOf);
  if (node.type !== 'object') return node.value;
  const entries = (node.children ?? []).map(({ children = [] }) => [
    children[0]?.value as string,
    children[1] === undefined ? null : valueOf(children[1]),
  ]);
  return Object.fromEntries(entries) as unknown;
}

/** `ValueExpected` as words: `value expected`. */
const spaced = (name: string): string => name.replace(/(?!^)[A-Z]/g, ' $&').toLowerCase();
