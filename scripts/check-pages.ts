import type { Check } from '../src/checks/check';

/** What the documentation says of the checks, written from their own metadata. `test/check-pages.test.ts` keeps it so. */

/** One page a check, by path. */
export function checkPages(checks: readonly Check[]): Map<string, string> {
  return new Map(checks.map((check) => [`docs/checks/${check.code}.md`, pageOf(check)]));
}

/** The table of all checks for README.md, codes linked to their pages. */
export function checkTable(checks: readonly Check[]): string {
  const rows = checks.map(
    (check) => `| [\`${check.code}\`](docs/checks/${check.code}.md) | ${severityOf(check)} | ${check.says} |`,
  );
  return ['| Check | Severity | A plan that passes |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The README with the table between its two marks. */
export function withCheckTable(readme: string, checks: readonly Check[]): string {
  const [start, end] = ['<!-- checks:start -->', '<!-- checks:end -->'];
  const from = readme.indexOf(start);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) throw new Error(`README.md needs ${start} and ${end}, in this order`);
  return `${readme.slice(0, from + start.length)}\n\n<!-- prettier-ignore-start -->\n\n${checkTable(checks)}\n\n<!-- prettier-ignore-end -->\n\n${readme.slice(to)}`;
}

const severities = ['error', 'warning', 'info', 'hint', 'off'];

/** Completion for the editor's `planlint.checks` setting: each code with its severity. */
export function checkProperties(checks: readonly Check[]): Record<string, object> {
  return Object.fromEntries(
    checks.map(({ code, severity, off }) => [
      code,
      {
        type: 'string', // else the settings' page offers no list, and sends its reader into a file
        enum: severities,
        markdownEnumDescriptions: severities.map((severity) => `%severity.${severity}%`),
        default: off === true ? 'off' : severity,
        markdownDescription: `%${checkWord(code)}%`,
      },
    ]),
  );
}

/** The key of what a check says in the manifest's own words. */
export const checkWord = (code: string): string => `check.${code}`;

function pageOf(check: Check): string {
  const { code, says, because, reads, examples } = check;
  return (
    [
      `# ${code}`,
      `${says} ${because}`,
      `Severity: ${severityOf(check)}.`,
      '## What it reads',
      reads.map((line) => `- ${line}`).join('\n'),
      '## Examples',
      ...examples.flatMap(({ wrong, right }) => ['Found:', fenced(wrong), 'Left alone:', fenced(right)]),
      '## Changing it',
      'Set another severity, or turn it off, in `.planlintrc.json`; in the editor the setting is `planlint.checks`:',
      fenced(`{ "checks": { "${code}": "off" } }`, 'json'),
      'Accept one place in a document:',
      fenced(`<!-- planlint-disable-next-line ${code} -->`, 'markdown'),
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  );
}

const severityOf = ({ severity, off }: Check): string => (off === true ? `${severity}, off by default` : severity);

/** A code block whose fence is longer than any in the text. */
function fenced(text: string, language = 'text'): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}
