import { walkInChoice } from './walk-in.policy';

const lin = { id: 's-lin', name: '林晓' };
const wu = { id: 's-wu', name: '吴迪' };
const desk = { id: 's-desk', name: '周敏', sells: false };

describe('who receives somebody without a booking', () => {
  it.each([
    [
      'whoever serves them, when at work',
      { actor: desk, owner: { ...lin, away: null }, free: wu },
      lin.id,
      '林晓正在服务这位客户，由林晓接待',
    ],
    [
      'whoever entered them and sells, when the other is not at work',
      { actor: { ...wu, sells: true }, owner: { ...lin, away: '现在不在班' }, free: null },
      wu.id,
      '林晓正在服务这位客户，但现在不在班，由登记的吴迪接待',
    ],
    [
      'a free colleague, when the desk entered them',
      { actor: desk, owner: { ...lin, away: '正在请假' }, free: wu },
      wu.id,
      '林晓正在服务这位客户，但正在请假，由吴迪接待',
    ],
    [
      'the desk, when nobody is free',
      { actor: desk, owner: { ...lin, away: '正在请假' }, free: null },
      desk.id,
      '林晓正在服务这位客户，但正在请假，由登记的周敏接待',
    ],
    [
      'whoever serves them and entered them, on shift or not',
      { actor: { ...lin, sells: true }, owner: { ...lin, away: '现在不在班' }, free: wu },
      lin.id,
      '林晓正在服务这位客户，由林晓接待',
    ],
    ['whoever entered them, when nobody serves them', { actor: desk, owner: null, free: wu }, desk.id, '现场到访，由登记的周敏接待'],
  ])('%s', (_, facts, id, sentence) => {
    const { chosen, sentences } = walkInChoice(facts);
    expect([chosen.id, sentences]).toEqual([id, [sentence]]);
  });
});
