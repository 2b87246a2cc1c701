// Starts a VS Code server on this machine's own address and stops it with everything that it started.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const running = new Set();
process.once('exit', () => running.forEach((stop) => stop('SIGKILL')));

/**
 * @param {object} options
 * @param {{ root: string, node: string }} options.vscode what `installVSCode` gave
 * @param {string} options.data folder for its settings, logs and extensions
 * @param {string} [options.token] connection token; without one the server takes any local connection
 * @param {number} [options.port] 0, the default, takes a free one
 * @param {Record<string, unknown>} [options.settings] user settings
 * @param {Record<string, unknown>} [options.machine] machine settings
 * @param {boolean} [options.driver] the smoke-test driver (hides toasts in newer versions, but lets tests be loaded)
 * @param {boolean} [options.trusted] false: whoever opens a folder is asked for trust, as on a desktop; here without the question
 * @param {(text: string) => void} [options.log]
 * @returns {Promise<{ port: number, stop: () => Promise<void> }>}
 */
export async function startServer({
  vscode,
  data,
  token,
  port = 0,
  settings = {},
  machine = {},
  driver = false,
  trusted = true,
  log,
}) {
  const temporary = join(data, 't');
  mkdirSync(temporary, { recursive: true });
  write(join(data, 'data/User/settings.json'), {
    'extensions.autoCheckUpdates': false,
    'extensions.autoUpdate': false,
    'workbench.startupEditor': 'none',
    'workbench.tips.enabled': false,
    'workbench.secondarySideBar.defaultVisibility': 'hidden', // newer versions open their chat in it
    'chat.disableAIFeatures': true,
    'security.workspace.trust.enabled': !trusted,
    'security.workspace.trust.startupPrompt': 'never',
    ...settings,
  });
  write(join(data, 'data/Machine/settings.json'), machine);
  const child = spawn(
    vscode.node,
    [
      join(vscode.root, 'out/server-main.js'),
      ...['--host', '127.0.0.1', '--port', String(port), '--accept-server-license-terms', '--telemetry-level', 'off'],
      ...(token === undefined ? ['--without-connection-token'] : ['--connection-token', token]),
      ...['--server-data-dir', data, '--extensions-dir', join(data, 'extensions')],
      ...(trusted ? ['--disable-workspace-trust'] : []),
      ...(driver ? ['--enable-smoke-test-driver'] : []),
    ],
    {
      detached: true, // a process group of its own: extension host and file watcher go with it
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, TMPDIR: temporary, XDG_RUNTIME_DIR: temporary },
    },
  );
  const signal = (name) => {
    try {
      process.kill(-child.pid, name);
    } catch {
      // it has gone
    }
  };
  running.add(signal);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    signal('SIGTERM');
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 4000).unref())]);
    signal('SIGKILL');
    running.delete(signal);
  };
  return new Promise((resolve, reject) => {
    let text = '';
    const read = (chunk) => {
      log?.(String(chunk));
      if (text.length < 100_000) text += chunk;
      const listening = /Extension host agent listening on (\d+)/.exec(text);
      if (listening) resolve({ port: Number(listening[1]), stop });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    ended.then((code) => reject(new Error(`The VS Code server ended with ${code}:\n${text.slice(-2000)}`)));
  });
}

function write(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(value));
}
