// Runs the bundled specs in the extension host of a real VS Code: the Node host, or the web worker host.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from './browser.js';
import { installVSCode } from './install.js';
import { startServer } from './server.js';
import { temporaryFolder } from './workspace.js';

const root = join(new URL('.', import.meta.url).pathname, '../..');

/**
 * @param {{ tests: string, workspace: string, web?: boolean, build?: 'supported' | 'latest', timeout?: number, verbose?: boolean, shots?: string, settings?: object }} options
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function runInHost({
  tests,
  workspace,
  web = false,
  build = 'supported',
  timeout = 240_000,
  verbose = false,
  shots,
  settings = {},
}) {
  const { publisher, name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const vscode = installVSCode(build);
  const data = join(temporaryFolder('pl-'), 'd');
  mkdirSync(data);
  const server = await startServer({
    vscode,
    data,
    driver: true,
    settings,
    machine: web ? { 'remote.extensionKind': { [`${publisher}.${name}`]: ['web'] } } : {},
    log: verbose ? (text) => process.stderr.write(text) : undefined,
  });
  let browser;
  try {
    browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    let result = null;
    const log = [];
    await page.exposeFunction('codeAutomationLog', (type, args) => {
      const line = args.join(' ');
      const told = /^planlint-result (\{.*\})$/.exec(line);
      if (told) result = JSON.parse(told[1]);
      else if (line.startsWith('planlint| ')) console.log(line.slice(10));
      else if (verbose) console.log(`${type}: ${line}`);
      else if (log.length < 200) log.push(line);
    });
    const ended = new Promise((resolve) => page.exposeFunction('codeAutomationExit', (code) => resolve(code)));
    const at = `127.0.0.1:${server.port}`;
    const uri = (path) => `vscode-remote://${at}${path}`;
    const payload = [
      ['extensionDevelopmentPath', uri(root.replace(/\/$/, ''))],
      ['extensionTestsPath', uri(tests)],
      ['skipWelcome', 'true'],
    ];
    const opened = workspace.endsWith('.code-workspace') ? 'workspace' : 'folder';
    await page.goto(
      `http://${at}/?${opened}=${encodeURIComponent(workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`,
      { timeout: 60_000 },
    );
    let timer;
    const limit = new Promise((resolve) => {
      timer = setTimeout(() => resolve('timeout'), timeout);
    });
    const code = await Promise.race([ended, limit]);
    clearTimeout(timer);
    if (shots !== undefined) {
      mkdirSync(shots, { recursive: true });
      await page.screenshot({ path: join(shots, `host-${web ? 'web' : 'node'}.png`) });
    }
    if (result === null) {
      console.log(`! The ${web ? 'web worker' : 'Node'} host gave no result (${code}). Its last words:`);
      log.slice(-20).forEach((line) => console.log(`  ${line}`));
      return { passed: 0, failed: 1, skipped: 0 };
    }
    return result;
  } finally {
    await browser?.close();
    await server.stop();
  }
}
