import fc from 'fast-check';
import { type FraudFacts, runOf, signsOf } from './fraud.policy';

const HONEST: FraudFacts = {
  registeredInADay: 1,
  phones: [],
  phone: '+8613700000001',
  self: false,
  staffName: null,
  household: false,
  sharedIdCard: [],
  round: [],
  relatives: [],
};
const signs = (given: Partial<FraudFacts>) => signsOf({ ...HONEST, ...given }).map((s) => s.sign);
const phone = (n: number) => `+86137${String(n).padStart(8, '0')}`;

describe('what a person should look at', () => {
  it('is nothing for an honest referral', () => expect(signs({})).toEqual([]));

  it('many registrations of one WeChat user, from the fifth of a day on', () => {
    expect([signs({ registeredInADay: 4 }), signs({ registeredInADay: 5 })]).toEqual([[], ['one-device']]);
  });

  it('three numbers that follow one another, counted in the evidence and never shown', () => {
    const found = signsOf({ ...HONEST, phone: phone(12), phones: [phone(10), phone(11), phone(500)] });
    expect(found).toEqual([{ sign: 'number-sequence', evidence: ['3 个相连号码'] }]);
    expect(signs({ phone: phone(12), phones: [phone(11), phone(500)] })).toEqual([]);
    expect(runOf([phone(1), phone(3), phone(6)], phone(3))).toEqual([phone(1), phone(3)]);
  });

  it('a run holds the number at hand, in order, without gaps', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 }), fc.integer({ min: 0, max: 40 }), (list, own) => {
        const run = runOf(list.map(phone), phone(own)).map((p) => Number(p.slice(6)));
        expect(run).toContain(own);
        expect(run.every((n, i) => i === 0 || (n > (run[i - 1] as number) && n - (run[i - 1] as number) <= 2))).toBe(true);
      }),
    );
  });

  it('ties between the people, each said with its evidence', () => {
    const relatives = [{ who: 'friend' as const, staffName: '林晓', relation: '配偶', serves: true }];
    const found = signsOf({
      ...HONEST,
      self: true,
      staffName: '赵一鸣',
      household: true,
      sharedIdCard: ['referrer', 'friend'] as const,
      round: ['李*', '王*'],
      relatives,
    });
    expect(found.map((s) => [s.sign, s.evidence[0]])).toEqual([
      ['self-referral', '推荐人与好友是同一个人'],
      ['staff-referral', '推荐人的手机号是同事赵一鸣的'],
      ['household', '推荐人与好友登记在同一套房'],
      ['shared-id-card', '推荐人实名时填写的身份证号，已属于另一位客户'],
      ['circular', '推荐关系成环：李* → 王*'],
      ['declared-relative', '好友是林晓申报的亲属（配偶），林晓正在服务这位客户'],
    ]);
  });
});
