import { openWorkbench, type Workbench, type WorkbenchOptions } from './workbench';

/**
 * For the tests of a suite: a workbench that is opened before them, handed over, and closed after them. A test that
 * fails leaves a picture of what it saw last.
 */
export function aWorkbench(options: WorkbenchOptions, use: (workbench: Workbench) => unknown): void {
  let workbench: Workbench | undefined;

  before(async function () {
    this.timeout(180_000); // a server, a browser and an extension start
    workbench = await openWorkbench(options);
    await use(workbench);
  });

  beforeEach(function () {
    this.currentTest?.timeout(180_000); // each wait has its own limit, and tells what it waited for
  });

  after(() => workbench?.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed')
      await workbench?.screenshot(`failed-${this.currentTest.title.slice(0, 40)}`);
  });
}
