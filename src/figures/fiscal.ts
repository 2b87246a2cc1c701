/**
 * When a fiscal year begins and after which of its two calendar years it is named. Central governments' years as their
 * budget laws set them; a country that is not listed has the calendar year. Without a region nothing is assumed: a
 * fiscal year's days stay open unless the document itself says when it runs.
 */
export interface FiscalYear {
  /** Month of its first day, 1 to 12. */
  readonly start: number;
  /** Which calendar year a single number names (`FY2025`): the one it starts in or the one it ends in. */
  readonly named: 'start' | 'end';
}

/** The fiscal year of a region (ISO 3166); null where no region is given. */
export function fiscalYearOf(region: string | null): FiscalYear | null {
  return region === null ? null : (fiscalYears[region.toUpperCase()] ?? calendarYear);
}

/** The fiscal year that is the calendar year. */
export const calendarYear: FiscalYear = { start: 1, named: 'start' };

const aprilByEnd: FiscalYear = { start: 4, named: 'end' };
const aprilByStart: FiscalYear = { start: 4, named: 'start' };
const julyByEnd: FiscalYear = { start: 7, named: 'end' };
const octoberByEnd: FiscalYear = { start: 10, named: 'end' };

const fiscalYears: Readonly<Record<string, FiscalYear>> = {
  US: octoberByEnd,
  TH: octoberByEnd,
  HT: octoberByEnd,
  MM: octoberByEnd,
  IN: aprilByEnd,
  GB: aprilByEnd,
  UK: aprilByEnd,
  ZA: aprilByEnd,
  BW: aprilByEnd,
  NA: aprilByEnd,
  LS: aprilByEnd,
  SZ: aprilByEnd,
  CA: aprilByEnd,
  HK: aprilByEnd,
  JM: aprilByEnd,
  JP: aprilByStart,
  SG: aprilByStart,
  BN: aprilByStart,
  AU: julyByEnd,
  NZ: julyByEnd,
  PK: julyByEnd,
  BD: julyByEnd,
  NP: julyByEnd,
  BT: julyByEnd,
  EG: julyByEnd,
  KE: julyByEnd,
  UG: julyByEnd,
  TZ: julyByEnd,
  RW: julyByEnd,
  ET: julyByEnd,
  MW: aprilByEnd,
};

/** Whether seasons are the other way round: what the north calls summer is winter there. */
export const isSouthern = (region: string | null): boolean =>
  region !== null && /^(?:AU|NZ|ZA|AR|CL|UY|NA|BW|LS|SZ)$/.test(region);
