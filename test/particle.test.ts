import { strict as assert } from 'node:assert';
import { say } from '../src/language/say';

describe('Korean particles', () => {
  const ko = (template: string, value: string | number) => say({ x: template }, 'x', value);
  for (const [template, value, sentence] of [
    ['{0}은(는) 없는 날짜입니다', '6월 31일', '6월 31일은 없는 날짜입니다'],
    ['{0}은(는) 없습니다', '표', '표는 없습니다'],
    ['합계는 {0}(으)로 적혀 있습니다', '42.0', '합계는 42.0으로 적혀 있습니다'],
    ['{0}(으)로 수정', '8.5', '8.5로 수정'],
    ['{0}(으)로 수정', 7, '7로 수정'],
    ['{0}(으)로 수정', '90억 원', '90억 원으로 수정'],
    ['{0}(으)로 수정', '35%', '35%로 수정'],
    ['‘{0}’(으)로 적음', '3개년', '‘3개년’으로 적음'],
    ['{0}을(를) 씁니다', '서울', '서울을 씁니다'],
    ['{0}(으)로', '서울', '서울로'],
    ['{0}과(와) 다름', 2026, '2026과 다름'],
    ['{0}이(가) 두 번', 'Task', 'Task이(가) 두 번'],
    ['{0}이(가) 늦습니다', '2026. 4. 26.', '2026. 4. 26.이 늦습니다'],
    ['{0}(으)로 수정', '2026. 4. 24.(금)', '2026. 4. 24.(금)로 수정'],
    ['{0}은(는) 150입니다', '150km', '150km는 150입니다'],
    ['{0}을(를) 씁니다', '12%p', '12%p를 씁니다'],
  ] as const) {
    it(sentence, () => assert.equal(ko(template, value), sentence));
  }

  it('leaves English alone', () => assert.equal(say(undefined, 'A {0}(으)로', 1), 'A 1(으)로'));
});
