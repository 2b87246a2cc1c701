// Writes src/language/currencies.ts: the currencies in use, their names and signs (ICU, through Intl) and the regions
// that use them (CLDR supplemental data).
//   npx esbuild scripts/currencies.ts --bundle --platform=node --format=esm --external:cldr-core | node --input-type=module
import { readFileSync, writeFileSync } from 'node:fs';

interface Use {
  readonly _from?: string;
  readonly _to?: string;
  readonly _tender?: 'false';
}

interface CurrencyData {
  readonly fractions: Readonly<Record<string, { readonly _digits: string }>>;
  readonly region: Readonly<Record<string, readonly Readonly<Record<string, Use>>[]>>;
}

const path = 'node_modules/cldr-core/supplemental/currencyData.json';
const data = (JSON.parse(readFileSync(path, 'utf8')) as { supplemental: { currencyData: CurrencyData } }).supplemental
  .currencyData;

const regionsOf = new Map<string, string[]>();
for (const [region, uses] of Object.entries(data.region)) {
  if (!/^[A-Z]{2}$/.test(region)) continue;
  const current = uses.flatMap((use) => Object.entries(use)).find(([, use]) => !use._to && use._tender !== 'false');
  if (current) regionsOf.set(current[0], [...(regionsOf.get(current[0]) ?? []), region]);
}

function written(locale: string, currency: string, display: 'name' | 'symbol' | 'narrowSymbol', value: number): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: display,
    maximumFractionDigits: 0,
  });
  return format.formatToParts(value).find((part) => part.type === 'currency')?.value ?? currency;
}

const rows = [...regionsOf.keys()].sort().map((code) => {
  const one = written('en', code, 'name', 1);
  const many = written('en', code, 'name', 5);
  const korean = written('ko', code, 'name', 5);
  const signs = ['symbol', 'narrowSymbol']
    .map((display) => written('en', code, display as 'symbol', 5).replace(/\s/g, ' '))
    .filter((sign, index, all) => sign !== code && all.indexOf(sign) === index);
  const places = Number(data.fractions[code]?._digits ?? data.fractions['DEFAULT']?._digits ?? 2);
  const fields = [code, one, many, korean, signs.join(' / '), String(places), regionsOf.get(code)!.sort().join(' ')];
  return `  ${JSON.stringify(fields.join('|')).replace(/'/g, "\\'").replace(/^"|"$/g, "'").replace(/\\"/g, '"')},`;
});

writeFileSync(
  'src/language/currencies.ts',
  `// Written by scripts/currencies.ts from ICU ${process.versions.icu} and CLDR; change the script, not this file.

/** A currency in use. */
export interface Currency {
  /** ISO 4217. */
  readonly code: string;
  /** English name for one and for many: \`Polish zloty\`, \`Polish zlotys\`. */
  readonly one: string;
  readonly many: string;
  readonly korean: string;
  /** Signs, the one that English readers know first; several currencies may share one. */
  readonly signs: readonly string[];
  /** Decimal places of the minor unit. */
  readonly places: number;
  /** ISO 3166 codes of the regions whose first legal tender it is. */
  readonly regions: readonly string[];
}

const rows = [
${rows.join('\n')}
];

/** All currencies that are legal tender somewhere, by code. */
export const currencies: ReadonlyMap<string, Currency> = new Map(
  rows.map((row) => {
    const [code = '', one = '', many = '', korean = '', signs = '', places = '', regions = ''] = row.split('|');
    const currency: Currency = {
      code,
      one,
      many,
      korean,
      signs: signs === '' ? [] : signs.split(' / '),
      places: Number(places),
      regions: regions.split(' '),
    };
    return [code, currency];
  }),
);

/** ISO 3166 region → ISO 4217 code of its first legal tender. */
export const currencyOfRegion: ReadonlyMap<string, string> = new Map(
  [...currencies.values()].flatMap(({ code, regions }) => regions.map((region) => [region, code] as const)),
);
`,
);
