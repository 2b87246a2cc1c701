import type { DateFigure } from '../figures/figure';
import type { Span } from '../text/span';
import type { Passage, Placed } from './passage';

const will =
  /\b(?:will|shall|is to|are to|is due to|are due to|is expected to|are expected to|is scheduled to|are scheduled to)\b/g;
/** Words after `will` that turn to what was: comparisons, origins, participles of what is done. */
const turnsBack =
  /\b(?:compared|than|from|since|over|above|below|level|against|relative|which|that|who|whose|where|as in|announced|launched|approved|adopted|opened|started|begun|built|agreed|introduced|signed|established|published|set out|made|recorded|had|was|were|has|have|after|following|using|based|between|versus)\b|[;:(→]/;
const leads =
  /(?:\bin|\bby|\bon|\bfrom|\bbefore|\buntil|\bduring|\bat the (?:end|start|beginning) of|\bearly in|\blate in)\s(?:(?:the )?(?:end|beginning|start|course) of )?(?:[A-Z][a-z]+day,? )?(?:the )?(?:early |late |mid-?)?$/;

/** Between `will` and the date: the date may belong to what stands behind it. */
const ofSomething = /\b(?:of|for)\b/;

/** What the verb does comes to pass on a day, and what it is done to has none of its own. */
const doesAtOnce =
  /^ (?:be )?(?:agree|approve|adopt|choose|decide|present|complete|finish|conclude|begin|start|open|launch|sign|award|hold|buy|purchase|acquire|close|deliver|install|publish|issue|submit|appoint|recruit|introduce|hand over|take delivery)/;
const hasOwnDay =
  /\b(?:surveys?|census|elections?|conferences?|meetings?|summits?|consultations?|reviews?|reports?|audits?|inquir(?:y|ies)|fires?|floods?|storms?|earthquakes?|decisions?|agreements?|results?|findings|recommendations?|lessons|rulings?|judge?ments?|strikes?|events?|targets?|promises?|commitments?|plans?|victims?|work)\b/i;

/**
 * Whether an English sentence promises something for the date: `perhaps` where `of` or `for` stands between, so that the
 * date may go with the noun behind it.
 */
export function englishPromise(passage: Passage, sentence: Span, date: Placed<DateFigure>): 'sure' | 'perhaps' | null {
  const { text } = passage;
  const { figure } = date;
  const before = text.slice(sentence.start, date.start);
  const verb = [...before.matchAll(will)].at(-1);
  if (verb === undefined || !leads.test(before)) return null;
  const after = before.slice(verb.index + verb[0].length);
  const between = after.replace(leads, '').replace(/^ (?:[a-z]+ly |also |then |first |not )?be [a-z]+/, '');
  const from = sentence.start + verb.index;
  // A figure between belongs to the year beside it: `will grow, 4 in 2025, …`; not what is to be reached by then.
  if (
    !(figure.relation === 'by' && isDay(figure) && isAimedAt.test(between)) &&
    passage.figures.some(
      ({ figure: other, start, end }) =>
        start >= from && end <= date.start && other.kind !== 'date' && other.kind !== 'count',
    )
  )
    return null;
  const isPromise =
    between.length < 90 &&
    !turnsBack.test(between) &&
    // `the 450 homes insulated by June 2025`
    !/\bthe [^,;]*[a-z]{2}ed ?$/.test(between) &&
    !isDoneIrregularly.test(between) &&
    !/^\s*(?:[-–—]|to |and |levels?|prices?|figures?|survey|census)/.test(text.slice(date.end, date.end + 10));
  if (!isPromise || !ofSomething.test(between)) return isPromise ? 'sure' : null;
  return doesAtOnce.test(after) && !hasOwnDay.test(between) ? 'perhaps' : null;
}

/** `the plot bought in May 2025` */
const isDoneIrregularly =
  /\b(?:bought|sold|held|taken|chosen|drawn|won|lost|laid|found|put|given|written|paid|shown|hit|left|lent|seen|met|fought|brought|grown) ?$/;

/** `reach 90%`, `hire 140 nurses`: the verb and its object, no clause of their own and nothing that was done. */
const isAimedAt = /^(?: (?![a-z]+ed\b)[^\s,;:()]+){2,9} ?$/;

/** A day or a month: a year alone is more often the year of a figure or a survey. */
export const isDay = ({ granularity }: DateFigure): boolean => granularity === 'day' || granularity === 'month';
