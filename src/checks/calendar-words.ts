import type { Translate } from './check';

/** The name of a weekday, 1 Monday … 7 Sunday, in the language of the interface. */
export function weekdayName(weekday: number, t: Translate): string {
  switch (weekday) {
    case 1:
      return t('Monday');
    case 2:
      return t('Tuesday');
    case 3:
      return t('Wednesday');
    case 4:
      return t('Thursday');
    case 5:
      return t('Friday');
    case 6:
      return t('Saturday');
    default:
      return t('Sunday');
  }
}
