/**
 * The VS Code builds that tests and `npm start` use. Both come as npm packages (code-server carries Microsoft's
 * workbench and server with few patches), so that a machine that reaches only an npm registry can run them.
 */
export const builds = {
  /** The oldest VS Code that the extension supports (`engines.vscode`); runs on Node 20. */
  supported: { vscode: '1.100.3', codeServer: '4.100.3', ripgrep: '1.18.0', node: null },
  /** The newest one known to work; it brings a Node of its own. */
  latest: { vscode: '1.139.1', codeServer: '4.139.1', ripgrep: null, node: '24' },
};
