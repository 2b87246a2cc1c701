import { isCapitals } from './head';
import { innerMark } from './nested';
import type { Part } from './part';
import { underMark } from './promising';
import { sectionRank } from './words';

/** How plans use a sign where nothing else tells: smaller stands higher. */
export function usage({ marker, title, heading, series }: Part): number {
  if (marker === null)
    return series.endsWith(':refrain')
      ? 54
      : series.endsWith(':boxed')
        ? 58
        : series.endsWith(':colon')
          ? 56
          : isCapitals(title)
            ? 12
            : series.endsWith(underMark)
              ? 17
              : 16;
  const path = Math.max(0, marker.path.length - 1) * 4 + (series.endsWith(innerMark) ? 4 : 0);
  const heads = heading ? 0 : 1;
  switch (marker.style) {
    case 'label':
      if (marker.hint === 'section') return 2 + (sectionRank.get(marker.label ?? '') ?? 0) * 1.5 + path;
      return { strategy: 20, task: 30, measure: 40 }[marker.hint ?? 'task'] + path;
    case 'bare':
      return 20;
    case 'boxed':
      return 10;
    case 'roman':
      return marker.series.includes('small') ? 48 : 8;
    case 'letter':
      return marker.series.includes('small') ? 46 : 18;
    case 'cardinal':
      return 32;
    case 'word':
      return 36;
    case 'phrase':
      return 38;
    case 'decimal':
      return (marker.series.includes('(') ? 50 : marker.series.includes(')') ? 45 : 22) + path + heads;
    case 'hangul':
      return marker.series.includes('(') ? 52 : marker.series.includes(')') ? 47 : 40;
    case 'circled':
      return 55;
    case 'bullet':
      // In Markdown the depth of the list follows: `|bullet:dash:1`.
      return (bulletUsage[marker.series.slice(7)] ?? 85) + Number(series.split(':')[2] ?? 0) * 6;
  }
}

const bulletUsage: Readonly<Record<string, number>> = { square: 60, circle: 70, small: 75, dash: 80, dot: 90 };
