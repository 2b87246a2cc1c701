/**
 * Symbols of the units that plans measure in, written right behind the number: those of the SI and units accepted beside it,
 * and the single characters that Korean texts have for them (Unicode block "CJK Compatibility").
 */
const symbols = [
  ...[
    'km²',
    'km2',
    'm²',
    'm2',
    'm³',
    'm3',
    'km',
    'cm',
    'mm',
    'ha',
    'kg',
    'mg',
    '[μµ]g',
    'kt',
    'Mt',
    'kL',
    'mL',
    'kV',
    'dB',
  ],
  // What ships and their ports are measured in.
  ...['TEU', 'DWT', 'CGT', 'GT'],
  ...['[kMGT]W(?:h|p)?', 'ppm', 'ppb', '[㎜㎝㎞㎡㎢㏊㎥㎎㎏㎍㎖㎘㏈ℓ℃]', '°C', '(?:m|t|g|L)'],
].join('|');

/** A unit of measure as the source of a pattern without groups of its own: `km`, `㎍/㎥`, `t/h`. */
export const measureSource = `(?:${symbols})(?:/(?:${symbols}|h|s|일|시|년|인|명))?(?![A-Za-z\\d²³])`;
