/**
 * Whether a bare Korean number in 억 or 조 is won: `3개년 1,764억 마련`, `특별보조금 819억 + 시군 맞춤투자 945억`,
 * `사업비(110억)`. Not `20억 어절`, `인구 50억`, `제5조`, `누적 1억 회`.
 */
export function looksLikeMoney(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  if (/[제조항]\s?$/.test(before)) return false;
  const after = text.slice(end, end + 16);
  if (counted.test(after) || populous.test(before)) return false;
  if (moneyAfter.test(after) || costBefore.test(before)) return true;
  const loose = !/^\s*[가-힣A-Za-z]/.test(after) || particle.test(after);
  if (!loose) return false;
  return (
    moneyBefore.test(text.slice(Math.max(0, start - 60), start)) ||
    /[(（][^()（）]{0,12}$/.test(before) ||
    text.slice(start, end).includes('억')
  );
}

/** What follows a number of things, not of won. */
const counted =
  /^\s?(?:여\s?)?(?:개|명|인(?![가-힣])|건|회|대(?![가-힣])|톤|권|편|장|그루|가구|세대|곳|번|어절|토큰|문장|단어|쌍|마리|필지|주(?![가-힣])|배|파라미터|매개변수|화소|비트|바이트|킬로|미터|㎡|㎥|km|kWh|MWh|GB|TB|톤|뷰|조회|다운로드|이용자|인구|항|호|년)/;
/** Words that money goes into and comes from. */
const moneyAfter =
  /^\s?(?:규모|마련|투자|투입|지원|확보|편성|증액|감액|삭감|예산|조성|절감|융자|대출|출자|출연|보조|매출|수출|적자|흑자|이익|손실|반영|집행|확대 편성|확정|책정|배분|배당|인상|인하|감소|증가|늘|줄|상당|대의|대 |펀드|기금|달성|시장|적립|조달|유치|소요|배정|교부|추경|사업|이상|이하|미만|초과|이내|한도|안팎|내외|가량|정도|수준|까지)/;
const particle =
  /^(?:을|를|이|은|는|의|에|으로|로|과|와|씩|까지|에서|보다|이며|이고|이다)(?![가-힣]{2})|^(?:을|를|은|는|의|으로|씩|에서|보다|이며|이고)/;
/** `복구비 8,538억`, `총액 3조`: the word just before names a sum. */
const costBefore = /(?:[가-힣](?:(?<!대)비|(?<!지)금|액)|비용|예산|총액|수입|지출)\s?$/;
const populous =
  /(?:인구|회원|가입자|이용자|조회 ?수?|다운로드|누적|세포|신경|유전자|매개변수|파라미터|면적|거리)\s*(?:약|수|는|은|가|이)?\s*$/;
const moneyBefore =
  /예산|사업비|투자|지원|국비|도비|시비|군비|구비|민자|지방비|보조금|교부|기금|출자|출연|융자|대출|매출|수익|적자|재정|비용|재원|총액|금액|세입|세출|예탁|출연금|분담금|손실|흑자|연구비|사업|원\)|억원|조원/;
