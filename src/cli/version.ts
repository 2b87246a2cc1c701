import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The program's version, from the `package.json` in its own folder. */
export async function version(home: string): Promise<string> {
  return (JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string }).version;
}
