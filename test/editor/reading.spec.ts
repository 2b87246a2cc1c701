import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { at, closeAll, planOf, sample, show, until } from './support/plan';

const execute = <T>(command: string, ...values: unknown[]) =>
  vscode.commands.executeCommand<T>(command, ...values) as Promise<T>;

/** What the hover at the words says, as Markdown. */
async function hoverAt(document: vscode.TextDocument, words: string): Promise<string> {
  const hovers = await until(
    () => execute<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at(document, words, 1)),
    (found) => found.length > 0,
    `a hover at ${words}`,
  );
  const parts = hovers.flatMap(({ contents }) => contents.map((part) => (part as vscode.MarkdownString).value));
  return parts.join('\n').replace(/\\([^\w\s])/g, '$1');
}

describe('reading a plan', () => {
  afterEach(closeAll);

  it('hover: an amount, its change and where else it stands', async () => {
    const { document } = await show(sample);
    const text = async (words: string) => {
      const hovers = await execute<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at(document, words, 1));
      return hovers.flatMap(({ contents }) => contents.map((part) => (part as vscode.MarkdownString).value)).join('\n');
    };
    assert.match(
      await until(
        () => text('KRW 270.2'),
        (found) => found !== '',
      ),
      /270,200,000,000[^]*2,702억 원[^]*24\\.9/,
    );
    const nine = await text('KRW 9 billion');
    assert.match(nine, /command:planlint\.reveal/);
    assert.match(nine, /line 19/);
    assert.doesNotMatch(nine, /% of/, 'the strategy has money for a year besides, of which it is no part');
    assert.equal(await text('Dredging'), '');
  });

  it('hover: an amount’s share of its task, of its strategy and of all, and a link to where its year was read', async () => {
    const { document } = await show(
      sample
        .replace('costs KRW 9 billion. Task 1', 'costs KRW 9 billion. A pump costs KRW 3 billion. Task 1')
        .replace(' in 2026, up from KRW 216.4 billion in 2025 (+24.9%)', ''),
    );
    const three = await hoverAt(document, 'KRW 3 billion');
    assert.match(three, /25% of KRW 12 billion in “2. Dredge the channel”/);
    assert.match(three, /1.1% of KRW 282.2 billion in “1. Quays”/);
    assert.match(three, /1% of KRW 291.2 billion in all strategies/);
    const yearly = await show('# Plan for 2026\n\n## Task 1. Buses\n\nThe buses arrive on 3 May.\n');
    const may = await hoverAt(yearly.document, '3 May');
    assert.match(may, /The year is that of \[2026\]\(command:planlint\.reveal/);
  });

  it('hover: where a problem is shown the value alone, so that both have room', async () => {
    const compared = /KRW 270\.2 billion in 2026, up from KRW 216\.4 billion in 2025/;
    const texts: string[] = [];
    for (const joint of [' → ', ' ']) {
      const pair = ['KRW 216.4 billion in 2025', 'KRW 270.2 billion in 2026'].join(joint);
      const { document } = await show(sample.replace(compared, `it rises (${pair})`));
      texts.push(await hoverAt(document, 'KRW 216.4 billion in'));
      const arrow = (await planOf(document))!.findings.filter(({ code }) => code === 'missing-arrow');
      assert.equal(arrow.length, joint === ' ' ? 1 : 0);
    }
    assert.match(texts[0]!, /216,400,000,000[^]*arrow-right/);
    assert.match(texts[1]!, /^\*\*KRW 216,400,000,000\*\* · .*2,164억 원.*$/);
  });

  it('hover: beside a matter of style all is said', async () => {
    const { document } = await show(sample.replace('Dredging costs KRW 9 billion', 'Dredging costs 9 billion won'));
    const styled = (await planOf(document))!.findings.filter(({ code }) => code === 'currency-style');
    assert.equal(styled.length, 1);
    assert.match(await hoverAt(document, '9 billion won'), /9,000,000,000[^]*references/);
  });

  it('hints on a long line are not cut off', () => {
    for (const languageId of ['markdown', 'plaintext']) {
      const editor = vscode.workspace.getConfiguration('editor', { languageId });
      assert.equal(editor.get('inlayHints.maximumLength'), 0);
    }
  });

  it('hover: days are counted on the plan’s own clock, whatever day it is', async () => {
    const yearly = await show(sample.replace(/ It was adopted .*/, ''));
    const march = await hoverAt(yearly.document, 'March 2026');
    assert.match(march, /2026-03-01 to 2026-03-31[^]*89 days after the start of 2026/);
    const { document } = await show(sample.replace('ends by March 2026', 'began in December 2025'));
    assert.match(await hoverAt(document, 'December 2025'), /14 days before the plan was issued \(2026-01-14\)/);
    assert.match(await hoverAt(document, '14 January'), /^\*\*2026-01-14 \(Wednesday\)\*\*$/); // a problem is there
  });

  it('symbols: strategies and tasks of plain text, nested', async () => {
    const { document } = await show(sample.replace(/^#+ /gm, ''), 'plaintext');
    const symbols = await until(
      () => execute<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri),
      (found) => (found?.length ?? 0) > 0,
    );
    const names = (list: vscode.DocumentSymbol[]): string[] => list.flatMap((s) => [s.name, ...names(s.children)]);
    assert.ok(names(symbols).some((name) => name.includes('Dredge the channel')));
    const strategy = symbols.flatMap((s) => [s, ...s.children]).find(({ name }) => name.includes('Quays'));
    assert.equal(strategy?.children.length, 2);
  });

  it('symbols: a task that is a sentence goes by its short name, the sentence stands behind it', async () => {
    const sentences = [
      'First, we will repair the old quays of the northern harbour so that larger ships can berth there again.',
      'Second, we will dredge the western channel to a depth of twelve metres before the winter storms begin.',
    ];
    const costs = ['The repair costs KRW 3 billion.', 'Dredging costs KRW 4 billion.'];
    const { document } = await show(
      `# Harbour plan for 2026\n\nThe plan has two tasks.\n\n${sentences.map((one, i) => `${one}\n\n${costs[i]}\n`).join('\n')}`,
    );
    const symbols = await until(
      () => execute<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri),
      (found) => /quays/.test(JSON.stringify(found)),
      'the tasks',
    );
    const all = (list: vscode.DocumentSymbol[]): vscode.DocumentSymbol[] =>
      list.flatMap((s) => [s, ...all(s.children)]);
    const [quays, channel] = all(symbols).filter(({ name }) => /quays|channel/.test(name));
    assert.equal(quays!.name, '1. Repair the old quays of the northern harbour');
    assert.match(quays!.detail, /^KRW 3 billion · we will repair the old quays .* again\.?$/i);
    assert.equal(channel!.name, '2. Dredge the western channel to a depth of twelve metres');
    const [found] = await until(
      () => execute<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'dredge the western'),
      (list) => list.length > 0,
      'the task, sought in the workspace',
    );
    assert.equal(found!.name, '2. Dredge the western channel to a depth of twelve metres');
  });

  it('symbols of the workspace: the tasks of open plans', async () => {
    await show(sample);
    const found = await until(
      () => execute<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'dredge'),
      (list) => list.length > 0,
    );
    assert.match(found[0]!.name, /Dredge the channel/);
  });

  it('semantic tokens: by kind, a mention across lines in two', async () => {
    const { document } = await show(sample.replace('KRW 270.2 billion', 'KRW 270.2\nbillion'));
    const legend = await execute<vscode.SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      document.uri,
    );
    const { data } = await execute<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    const found: string[] = [];
    let [line, column] = [0, 0];
    for (let i = 0; i < data.length; i += 5) {
      const [down, right, length, type] = data.slice(i, i + 4) as unknown as [number, number, number, number];
      [line, column] = down > 0 ? [line + down, right] : [line, column + right];
      found.push(`${legend.tokenTypes[type]} ${document.lineAt(line).text.slice(column, column + length)}`);
    }
    for (const token of [
      'planAmount KRW 270.2',
      'planAmount billion',
      'planDate 14 January 2026',
      'planPercent 24.9%',
    ]) {
      assert.ok(found.includes(token) || found.includes(token.replace('24', '+24')), `${token} in ${found.join(', ')}`);
    }
  });

  it('folding and selection follow the outline', async () => {
    const { document } = await show(sample.replace(/^#+ /gm, ''), 'plaintext');
    await until(
      () => planOf(document),
      (plan) => plan !== undefined,
    );
    const folds = await execute<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    assert.ok(folds.some(({ start }) => document.lineAt(start).text.startsWith('Task 1')));
    const [range] = await execute<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, [
      at(document, '270.2'),
    ]);
    const texts: string[] = [];
    for (let r = range; r !== undefined; r = r.parent) texts.push(document.getText(r.range));
    assert.ok(texts.includes('KRW 270.2 billion'), texts.join('\n--\n'));
    assert.ok(texts.some((text) => text.startsWith('Task 1') && !text.includes('Task 2')));
  });

  it('definition and references of a task and of an amount', async () => {
    const { document } = await show(sample);
    await until(
      () => planOf(document),
      (plan) => plan !== undefined,
    );
    const target = await execute<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      at(document, 'Task 1 comes', 2),
    );
    assert.equal(target[0]?.range.start.line, at(document, '### Task 1').line);
    const mentions = await execute<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      at(document, 'KRW 9', 2),
    );
    assert.equal(mentions.length, 2);
  });

  it('lights up the other mentions of a figure, and none of other figures', async () => {
    const { document } = await show(sample);
    const lit = await until(
      () =>
        execute<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', document.uri, at(document, 'KRW 9', 1)),
      (found) => found.length > 0,
      'a light',
    );
    assert.deepEqual(
      lit.map(({ range }) => document.getText(range)),
      ['KRW 9 billion', 'KRW 9 billion'],
    );
  });

  it('definition and references of a table and of its name', async () => {
    const caption = 'Table 1. Budget (KRW billion)';
    const { document } = await show(
      `${sample.replace('comes first.', 'comes first, as Table 1 shows.')}\n${caption}\n\n| a | b |\n| - | - |\n| c | 9 |\n`,
    );
    const place = at(document, 'Table 1 shows', 2);
    const [target] = await until(
      () => execute<vscode.Location[]>('vscode.executeDefinitionProvider', document.uri, place),
      (found) => found.length > 0,
      'the table',
    );
    assert.equal(target!.range.start.line, at(document, caption).line);
    const mentions = await execute<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, place);
    assert.deepEqual(
      mentions.map(({ range }) => range.start.line),
      [place.line, at(document, caption).line],
    );
  });

  it('definition and references of a picture, and of what an amount is for', async () => {
    const { document } = await show(
      `${sample.replace('comes first.', 'comes first, as Figure 1 shows. Harbour renewal: KRW 4 billion.')}Harbour renewal goes on.\n\nFigure 1. The harbour\n`,
    );
    const linesOf = async (words: string, kind: 'Definition' | 'Reference') =>
      (
        await until(
          () => execute<vscode.Location[]>(`vscode.execute${kind}Provider`, document.uri, at(document, words, 2)),
          (found) => found.length > 0,
          `${kind} of ${words}`,
        )
      ).map(({ range }) => document.lineAt(range.start.line).text.slice(0, 20));
    assert.deepEqual(await linesOf('Figure 1 shows', 'Definition'), ['Figure 1. The harbou']);
    assert.deepEqual(await linesOf('Figure 1 shows', 'Reference'), ['Dredging costs KRW 9', 'Figure 1. The harbou']);
    assert.deepEqual(await linesOf('Harbour renewal:', 'Reference'), ['Dredging costs KRW 9', 'Harbour renewal goes']);
  });

  it('rename: a heading and the places that quote it', async () => {
    const { document } = await show(sample.replace(/^#+ /gm, ''), 'plaintext');
    await until(
      () => planOf(document),
      (plan) => plan !== undefined,
    );
    const edit = await execute<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      at(document, 'Repair the quays', 3),
      'Rebuild the quays',
    );
    await vscode.workspace.applyEdit(edit);
    assert.equal(document.getText().split('Rebuild the quays').length, 3);
    assert.ok(!document.getText().includes('Repair the quays'));
  });

  it('code lenses at tasks', async () => {
    const { document } = await show(sample);
    const lenses = await until(
      () => execute<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 50),
      (found) => found.length > 0,
    );
    assert.ok(lenses.every(({ command }) => command?.command === 'planlint.reveal'));
  });

  it('code lenses say what is in a task; the settings turn them off', async () => {
    const { document } = await show(sample);
    const lenses = async () =>
      (await execute<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 50)).map(
        ({ command }) => command?.title,
      );
    await until(lenses, (titles) => titles.some((title) => /KRW 270\.2 billion.*3 dates/.test(title ?? '')), 'a lens');
    const settings = vscode.workspace.getConfiguration('planlint');
    try {
      await settings.update('codeLens', false, vscode.ConfigurationTarget.Global);
      await until(lenses, (titles) => titles.length === 0, 'none');
    } finally {
      await settings.update('codeLens', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('inlay hints only where they are turned on: at changes, or at rounded amounts too', async () => {
    const { document } = await show(sample);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = async () =>
      (await execute<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole)).map(
        ({ label }) => label,
      );
    assert.deepEqual(await hints(), []);
    const settings = vscode.workspace.getConfiguration('planlint');
    try {
      await settings.update('inlayHints', 'changes', vscode.ConfigurationTarget.Global);
      assert.deepEqual(await until(hints, (found) => found.length > 0, 'a hint'), ['+24.9%']);
      await settings.update('inlayHints', 'all', vscode.ConfigurationTarget.Global);
      const all = await until(hints, (found) => found.length > 1, 'more hints');
      assert.equal(all.filter((label) => label === '= 9,000,000,000').length, 2);
      const share = await show(
        '# Plan for 2026\n\n## Task 1. Buses\n\nThe share of buses on time rises from 72% to 81%.\n',
      );
      const points = await until(
        async () =>
          (
            await execute<vscode.InlayHint[]>(
              'vscode.executeInlayHintProvider',
              share.document.uri,
              new vscode.Range(0, 0, 5, 0),
            )
          ).map(({ label }) => label),
        (found) => found.length > 0,
        'points',
      );
      assert.deepEqual(points, ['+9%p']);
    } finally {
      await settings.update('inlayHints', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('semantic tokens: last year’s amount is told from this year’s', async () => {
    const { document } = await show(sample);
    const legend = await execute<vscode.SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      document.uri,
    );
    const { data } = await execute<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    const bit = 1 << legend.tokenModifiers.indexOf('planPast');
    const past = [];
    for (let i = 0, line = 0, column = 0; i < data.length; i += 5) {
      [line, column] = data[i]! > 0 ? [line + data[i]!, data[i + 1]!] : [line, column + data[i + 1]!];
      if ((data[i + 4]! & bit) !== 0) past.push(document.lineAt(line).text.slice(column, column + data[i + 2]!));
    }
    assert.deepEqual(past, ['KRW 216.4 billion']);
  });

  it('rename and references: a programme wherever it is named', async () => {
    const { document } = await show(
      sample.replace('Dredging costs', 'The Quiet Harbour Fund pays. Dredging costs') +
        'The Quiet Harbour\nFund trains them, and so does “green berth”. The “green berth” is new.\n',
    );
    await until(
      () => planOf(document),
      (plan) => plan !== undefined,
    );
    const references = await execute<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      at(document, 'Quiet Harbour', 2),
    );
    assert.equal(references.length, 2);
    for (const [from, to] of [
      ['Quiet Harbour', 'Calm Port Fund'],
      ['green berth', 'quiet berth'],
    ] as const) {
      const edit = await execute<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        at(document, from, 2),
        to,
      );
      await vscode.workspace.applyEdit(edit);
      assert.equal(document.getText().split(to).length, 3, document.getText());
    }
  });

  it('folds all tasks', async () => {
    const editor = await show(sample);
    await until(
      () => planOf(editor.document),
      (plan) => plan !== undefined,
    );
    const isHidden = (words: string) =>
      !editor.visibleRanges.some((range) => range.contains(at(editor.document, words)));
    await until(
      async () => {
        await vscode.commands.executeCommand('planlint.foldTasks');
        return ['The repair costs', 'Dredging costs', 'Training of'].map(isHidden);
      },
      (hidden) => hidden.every(Boolean),
      'folded tasks',
    );
    assert.ok(!isHidden('## Strategy 2') && !isHidden('### Task 3'));
  });

  it('completes references to tasks', async () => {
    const { document } = await show(sample.replace('Task 1 comes first.', 'See Task \nTask 1 comes first.'));
    await until(
      () => planOf(document),
      (plan) => plan !== undefined,
    );
    const list = await execute<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at(document, 'See Task ', 9),
    );
    const labels = list.items.map(({ label }) =>
      typeof label === 'string' ? label : `${label.label}: ${label.description}`,
    );
    for (const wanted of ['Task 1: Repair the quays', 'Task 2: Dredge the channel', 'Task 3: Train pilots'])
      assert.ok(labels.includes(wanted), labels.join());
  });
});
