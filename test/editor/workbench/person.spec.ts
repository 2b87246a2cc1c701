import { openWorkbench, type Workbench } from '../support/workbench';

describe('workbench: a person opens a plan', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench();
  });

  after(() => workbench?.close());

  it('opens a file by Quick Open', async () => {
    await workbench.open('sample.txt');
    await workbench.screenshot('open');
  });
});
