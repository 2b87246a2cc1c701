import type { Span } from '../text/span';
import { rests } from '../text/steps';
import { onceOfText } from './of-text';
import { passages } from './passage';
import type { Check } from './check';

export const undefinedAcronym: Check = {
  code: 'undefined-acronym',
  says: 'An acronym is spelled out where it first stands, as the plan’s others are.',
  because: 'Readers outside the ministry do not know what its letters stand for.',
  severity: 'hint',
  examples: [
    {
      wrong:
        'The Data Promotion Institute (DPI) and the Regional Growth Fund (RGF) work together. DPI asks the QZB for advice, and RGF pays.',
      right:
        'The Data Promotion Institute (DPI) and the Regional Growth Fund (RGF) work together. DPI asks for advice, and RGF pays.',
    },
  ],
  reads: [
    'Only in a document that spells out two acronyms or more; letters that everybody knows (EU, GDP, ICT), units, currencies and Roman numerals are left alone.',
  ],
  *find(plan, t) {
    const known = new Set<string>();
    const first = new Map<string, { start: number; end: number }>();
    const rest = rests();
    for (const passage of passages(plan)) {
      if (rest()) yield;
      const { told, used } = acronymsIn(passage);
      for (const acronym of told) known.add(acronym);
      for (const [acronym, { start, end }] of used)
        if (!first.has(acronym)) first.set(acronym, passage.span(start, end));
    }
    if (known.size < 2) return;
    for (const [acronym, span] of first) {
      if (known.has(acronym) || common.has(acronym) || /^[IVXLC]+$/.test(acronym) || inTitle(plan.title, acronym))
        continue;
      yield { ...span, message: t('“{0}” is not spelled out anywhere, as {1} others are.', acronym, known.size) };
    }
  },
};

interface Acronyms {
  readonly told: readonly string[];
  readonly used: ReadonlyMap<string, Span>;
}

const none: Acronyms = { told: [], used: new Map() };

/** The acronyms that a passage spells out, and where it uses each first, in its text. */
const acronymsIn = onceOfText((text): Acronyms => {
  if (/^[^a-z가-힣]*$/.test(text)) return none;
  const told: string[] = [];
  const used = new Map<string, Span>();
  for (const match of text.matchAll(/[(（“"‘']([A-Z][A-Za-z&-]{1,9})[)）”"’']/g))
    if (/[A-Z]{2}/.test(match[1]!)) told.push(bare(match[1]!));
  for (const match of text.matchAll(/(?<![A-Za-z0-9&-])([A-Z][A-Z&]{1,5}s?) ?[(（](?=[A-Za-z가-힣][a-z가-힣])/g))
    told.push(bare(match[1]!));
  for (const match of text.matchAll(/(?<![A-Za-z0-9&.$-])[A-Z][A-Z&]{1,5}s?(?![A-Za-z0-9&$-]|\.[A-Z])/g)) {
    const acronym = bare(match[0]);
    if (!used.has(acronym)) used.set(acronym, { start: match.index, end: match.index + match[0].length });
  }
  return told.length === 0 && used.size === 0 ? none : { told, used };
});

const bare = (acronym: string): string => acronym.replace(/s$/, '');

const inTitle = (title: string | null, acronym: string): boolean => title?.includes(acronym) ?? false;

/** Letters that need no telling; currencies and units among them. */
const common = new Set(
  (
    'AI IT ICT EU UN US USA UK UAE GDP GNP R&D RD CEO CFO PDF TV HIV AIDS COVID NATO OECD WHO IMF WTO UNESCO UNICEF FAO ILO ASEAN APEC G7 G20 ' +
    'FY ID QR SMS DNA RNA LED GPS NGO VAT SME PPP HR PR FAQ URL API SW HW IP OK AM PM BC AD CO LNG LPG EV UAV VR AR XR IoT CCTV ATM ESG SDG KPI PC CD DVD ' +
    'KRW USD EUR GBP JPY CNY CHF SGD AUD CAD NZD HKD INR ZAR NGN KES PHP THB IDR MYR VND SEK NOK DKK PLN CZK HUF BRL MXN TRY AED SAR QAR ILS TWD ' +
    'KM KG MW GW KW TWH GWH MWH TB GB MB HA NO TEL FAX II III IV VI VII VIII IX XI XII TBD TBC NA'
  ).split(' '),
);
