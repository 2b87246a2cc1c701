import type Big from 'big.js';

/**
 * A whole number in words, in the language and the case of `model`: `ten million` → `twelve million`,
 * `이십삼만` → `이십사만`. Null for what is not whole, or too large for words to be read.
 */
export function numberInWords(value: Big, model: string): string | null {
  if (!value.eq(value.round(0)) || value.lt(0) || value.gte('1e15')) return null;
  const number = Number(value.toFixed(0));
  if (/[일이삼사오육칠팔구영]/.test(model)) return koreanWords(number);
  if (!/^[a-z\s-]+$/i.test(model)) return null;
  const words = englishWords(number, / and /i.test(model), /-/.test(model) || !/y [a-z]/i.test(model));
  if (model === model.toUpperCase()) return words.toUpperCase();
  return /^[A-Z]/.test(model) ? words[0]!.toUpperCase() + words.slice(1) : words;
}

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const scales: readonly (readonly [number, string])[] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
  [1e3, 'thousand'],
];

function englishWords(number: number, and: boolean, hyphen: boolean): string {
  if (number < 20) return small[number]!;
  if (number < 100) {
    const rest = number % 10;
    return tens[Math.floor(number / 10)]! + (rest === 0 ? '' : (hyphen ? '-' : ' ') + small[rest]!);
  }
  if (number < 1000) {
    const rest = number % 100;
    const hundreds = `${small[Math.floor(number / 100)]!} hundred`;
    return rest === 0 ? hundreds : `${hundreds}${and ? ' and ' : ' '}${englishWords(rest, and, hyphen)}`;
  }
  const [worth, word] = scales.find(([scale]) => number >= scale)!;
  const rest = number % worth;
  const head = `${englishWords(Math.floor(number / worth), and, hyphen)} ${word}`;
  if (rest === 0) return head;
  return `${head}${and && rest < 100 ? ' and ' : ' '}${englishWords(rest, and, hyphen)}`;
}

const digits = ['', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구'];

function koreanWords(number: number): string {
  if (number === 0) return '영';
  const group = (four: number): string =>
    [1000, 100, 10, 1]
      .map((worth, index) => {
        const digit = Math.floor(four / worth) % 10;
        return digit === 0 ? '' : digits[digit]! + ['천', '백', '십', ''][index]!;
      })
      .join('');
  const units = ['', '만', '억', '조'];
  let words = '';
  for (let power = 3; power >= 0; power--) {
    const four = Math.floor(number / 10 ** (power * 4)) % 10000;
    if (four > 0) words += group(four) + units[power]!;
  }
  return words;
}
