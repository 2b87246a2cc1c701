import type { Unit } from './unit';

/** Words of menus and page tools, as whole lines, in lower case. */
const tools = new Set([
  'search area', 'search', 'menu', 'home', 'top', 'print', 'share', 'login', 'log in', 'sitemap', 'skip to content',
  'skip to main content', 'back to top', 'go to top', 'list', 'print this page', 'previous', 'next', 'prev', 'share this page', 'download',
  'jump to: x', 'main menu', 'read more', 'close', 'view more', 'contents view', '담당부서', '부서명', '작성자', '연락처', '목록', '인쇄', '공유', '홈',
  '본문 바로가기', '본문바로가기', '주메뉴 바로가기', '바로가기', '맨 위로', '맨위로', '위로', '이전글', '다음글', '글자크기', '첨부파일', '조회수', '글목록',
]); // prettier-ignore

const patterns: readonly RegExp[] = [
  /^[-–—]\s?\d{1,4}\s?[-–—]$/, // - 3 -
  /^(?:page|p\.)\s?\d{1,4}(?:\s?(?:of|\/)\s?\d{1,4})?$/i,
  /^\d{1,4}\s?\/\s?\d{1,4}$/, // 3 / 12
  /^\d{1,4}\s?쪽$/,
  /^(?:©|\(c\) ?(?:\d{4}|copyright)|copyright\b|all rights reserved)/i,
  /^KOGL\b/,
  /^(?:본 저작물은|이 저작물은)?\s?["“]?공공누리/,
  /^share this (?:speech|page|article|story)\b/i,
  /^(?:home|홈|HOME)\s?[>›»＞/]\s?\S/,
];

/** The first characters of all of these. */
const openers = '-–—0123456789pPcC(©aAKk본이공"“sShH홈';

/** The names that a menu list at the head of the page holds, in lower case: a list that has an item `Home`. */
export function menuWords(source: string, units: readonly Unit[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (let i = 0; i < Math.min(units.length, 40); i++) {
    const unit = units[i]!;
    if (unit.width > 80) break;
    const text = textOf(source, unit).toLowerCase();
    if (unit.mark === null || (text !== 'home' && text !== '홈')) continue;
    for (let k = i; k < units.length && units[k]!.mark?.style === unit.mark.style; k++) {
      words.add(textOf(source, units[k]!).toLowerCase());
    }
    break;
  }
  return words;
}

/** Whether a unit is part of the page around the document: menus, breadcrumbs, page numbers, licence lines. */
export function isFurniture(source: string, units: readonly Unit[], index: number, menu: ReadonlySet<string>): boolean {
  const unit = units[index]!;
  if (unit.end - unit.start > 400) return false;
  if (menu.size > 0 && index < 40 && menu.has(textOf(source, unit).toLowerCase())) return true;
  if (openers.includes(source[unit.start]!)) {
    const written = source.slice(unit.start, unit.end);
    if (patterns.some((pattern) => pattern.test(written))) return true;
  }
  const line = textOf(source, unit).toLowerCase();
  // `Print this page | Share | Back to top`
  const items = line.split(/\s[|·•›]\s/);
  if (items.length >= 3 && items.length <= 8 && items.every((item) => tools.has(item.trim()))) return true;
  if (unit.width > 30 || !tools.has(line)) return false;
  // Such words stand at the head or the foot of a page, or among their like.
  return (
    index < 12 || index >= units.length - 6 || isTool(source, units[index - 1]) || isTool(source, units[index + 1])
  );
}

const isTool = (source: string, unit: Unit | undefined): boolean =>
  unit !== undefined && tools.has(textOf(source, unit).toLowerCase());

const textOf = (source: string, unit: Unit): string =>
  source.slice(unit.text, Math.min(unit.end, unit.text + 200)).trim();
