import fc from 'fast-check';
import { bylineOf, givenAway } from './story.policy';

const OWN = { name: '江一帆', unitLabels: ['1203', '101'] };

describe('what a story gives away', () => {
  it.each([
    ['有事找我 13857150001', 'phone'],
    ['电话 138-5715-0001，随时打', 'phone'],
    ['＋８６ １３８ ５７１５ ０００１', 'phone'],
    ['我家在 3 号楼 1203', 'home'],
    ['就是 1203 室，欢迎来', 'home'],
    ['2 单元101，门口有桂花', 'home'],
    ['我是江一帆，住了两年', 'name'],
    ['我是江\u200b一\u200d帆', 'name'],
    ['我家在 3 号楼 12\u206003', 'home'],
  ])('%s: %s', (words, what) => expect(givenAway(words, OWN)).toBe(what));

  it.each(['搬来 1203 天了', '101 种早餐', '物业费一年 13857 元', '单号 138571500011234', '江边一帆风顺'])(
    '%s gives nothing away',
    (words) => expect(givenAway(words, OWN)).toBeNull(),
  );

  it('finds a mobile number wherever it stands and however it is broken up', () => {
    const breaks = fc.constantFrom('', ' ', '-', '—', '.', '  ', '\u200b', '\u2060 ');
    const tail = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 });
    const around = fc.stringMatching(/^[一-龥，。]{0,12}$/);
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 9 }), tail, breaks, around, around, (second, rest, gap, before, after) => {
        const number = ['1', second, ...rest].join(gap);
        expect(givenAway(`${before}${number}${after}`, OWN)).toBe('phone');
      }),
    );
  });
});

describe('how the author is named', () => {
  it('never by the whole name', () => {
    expect([bylineOf('masked', '江一帆'), bylineOf('anonymous', '江一帆'), bylineOf('masked', '')]).toEqual([
      '江**',
      '一位业主',
      '一位业主',
    ]);
    fc.assert(
      fc.property(fc.stringMatching(/^[一-龥]{2,6}$/), fc.constantFrom('masked' as const, 'anonymous' as const), (name, chosen) => {
        // 一一 is a name too: its second sign is the first one.
        expect(bylineOf(chosen, name)).toMatch(chosen === 'masked' ? new RegExp(`^${name[0]}\\*+$`) : /^一位业主$/);
      }),
    );
  });
});
