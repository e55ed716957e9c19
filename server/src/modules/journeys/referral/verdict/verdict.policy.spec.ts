import { windowEnd } from './protection.policy';
import { ALL_FIELDS, at, callAt, HONEST, referral, settings, touch, verdictFacts, visitAt } from './verdict.fixture';
import { judge } from './verdict.policy';
import { whyForReferrer } from './verdict-words.policy';

const won = (decision: ReturnType<typeof judge>) => (decision.winner === null ? null : decision.claims[decision.winner]?.key);
const claim = (decision: ReturnType<typeof judge>, key: string) => decision.claims.find((c) => c.key === key);
const rule = (decision: ReturnType<typeof judge>, key: string, name: string) => claim(decision, key)?.rules.find((r) => r.rule === name);

describe('a verdict', () => {
  const OCT_3 = at('2026-10-03 14:20');

  it('gives the customer to the first good claim, and says why the others lost', () => {
    const facts = verdictFacts([touch('抖音', at('2026-10-08 09:00')), referral('陈女士', OCT_3)], {
      contacts: [visitAt(at('2026-10-15 10:00'))],
    });
    const decision = judge(facts, settings());
    expect(won(decision)).toBe('referral:陈女士');
    expect(claim(decision, 'touch:抖音')).toMatchObject({ outcome: 'lost', why: '陈女士的推荐登记更早（10月3日 14:20），先到者优先' });
    expect(rule(decision, 'referral:陈女士', '保护期')).toEqual({
      rule: '保护期',
      held: true,
      text: '同意后 12 天首次到访，保护期至 11月2日',
    });
    expect(decision.sentences).toEqual([
      '陈女士的推荐：10月3日 14:20 登记，归属成立。',
      '渠道「抖音」：10月8日 09:00 登记，未能归属，因为陈女士的推荐登记更早（10月3日 14:20），先到者优先。',
      '结论：这位客户归属陈女士的推荐。',
    ]);
  });

  it('puts referrals before all others where the project says so', () => {
    const facts = verdictFacts([touch('抖音', OCT_3), referral('陈女士', OCT_3 + 60_000)]);
    expect(won(judge(facts, settings()))).toBe('touch:抖音');
    const decision = judge(facts, settings({ precedence: 'referral-first' }));
    expect([won(decision), claim(decision, 'touch:抖音')?.why]).toEqual(['referral:陈女士', '陈女士的推荐有效，按规则推荐优先']);
  });

  describe('counts a window in whole Beijing days', () => {
    const end = windowEnd(OCT_3, 30);
    const seen = (visit: number) =>
      won(judge(verdictFacts([referral('陈女士', OCT_3)], { asOf: visit, contacts: [visitAt(visit)] }), settings()));

    it('to the last millisecond of the last day', () => {
      expect(end).toBe(Date.parse('2026-11-02T23:59:59.999+08:00'));
      expect(windowEnd(at('2026-10-03 00:00'), 30)).toBe(end);
      expect(windowEnd(at('2026-10-04 00:00') - 1, 30)).toBe(end);
      expect(windowEnd(at('2026-10-04 00:00'), 30)).toBe(end + 24 * 3_600_000);
    });

    it('a visit on either side of that midnight', () => {
      expect(seen(end)).toBe('referral:陈女士');
      expect(seen(end + 1)).toBeNull();
    });

    it('a call-in and a visit by their own validity', () => {
      const alive = (how: 'call-in' | 'visit', asOf: number) =>
        won(judge(verdictFacts([touch('x', OCT_3, { how })], { asOf }), settings()));
      expect([alive('call-in', windowEnd(OCT_3, 15)), alive('call-in', windowEnd(OCT_3, 15) + 1)]).toEqual(['touch:x', null]);
      expect([alive('visit', windowEnd(OCT_3, 7)), alive('visit', windowEnd(OCT_3, 7) + 1)]).toEqual(['touch:x', null]);
    });
  });

  it('what was promised to a referrer is not shortened by a later rule', () => {
    const visit = at('2026-10-20 10:00');
    const strict = settings({ protectionDays: 5 });
    const facts = (promisedUntil: number | null) =>
      verdictFacts([referral('陈女士', OCT_3, { promisedUntil })], { contacts: [visitAt(visit)], asOf: visit });
    expect(won(judge(facts(0), strict))).toBeNull();
    expect(won(judge(facts(null), strict))).toBe('referral:陈女士');
    expect(won(judge(facts(windowEnd(OCT_3, 30)), strict))).toBe('referral:陈女士');
  });

  it('a follow-up carries an older claim on, a gap ends it for good, and an unanswered call carries nothing', () => {
    const first = touch('抖音', at('2026-09-01 10:00'));
    const later = touch('展会', at('2026-10-18 10:00'));
    const with_ = (contacts: ReturnType<typeof callAt>[], given = {}) =>
      won(judge(verdictFacts([first, later], { contacts, asOf: at('2026-10-20 10:00') }), settings(given)));
    expect(with_([callAt(at('2026-09-10 10:00')), callAt(at('2026-10-09 10:00'))])).toBe('touch:抖音');
    expect(with_([callAt(at('2026-09-10 10:00'))])).toBe('touch:展会');
    expect(with_([callAt(at('2026-10-09 10:00'))])).toBe('touch:展会');
    const unanswered = [callAt(at('2026-09-10 10:00'), { connected: false }), callAt(at('2026-10-09 10:00'))];
    expect(with_(unanswered)).toBe('touch:展会');
    expect(with_(unanswered, { connectedOnly: false })).toBe('touch:抖音');
  });

  it('a claim whose keeper let go in the week before the deal is given up; a referrer need not keep contact', () => {
    const dealAt = at('2026-10-20 15:00');
    const facts = (contacts: ReturnType<typeof callAt>[]) => verdictFacts([touch('抖音', at('2026-10-06 10:00'))], { dealAt, contacts });
    expect(won(judge(facts([callAt(at('2026-10-13 00:00'))]), settings()))).toBe('touch:抖音');
    const given = judge(facts([callAt(at('2026-10-13 00:00') - 1)]), settings());
    expect([won(given), claim(given, 'touch:抖音')?.why]).toEqual([null, '成交前 7 天内没有联系，视为放弃']);
    expect(won(judge(facts([]), settings({ lastContactDays: null })))).toBe('touch:抖音');
    const referred = verdictFacts([referral('陈女士', OCT_3)], { dealAt, contacts: [visitAt(at('2026-10-05 10:00'))] });
    expect(won(judge(referred, settings()))).toBe('referral:陈女士');
  });

  it('a record without the required fields is void', () => {
    const facts = verdictFacts([touch('抖音', OCT_3, { filled: ['phone'] }), touch('展会', at('2026-10-10 10:00'))]);
    const decision = judge(facts, settings({ completeFields: ['name', 'phone', 'gender'] }));
    expect(won(decision)).toBe('touch:展会');
    expect(claim(decision, 'touch:抖音')).toMatchObject({ outcome: 'void', why: '登记缺少姓名、性别' });
    expect(won(judge(facts, settings({ completeFields: [] })))).toBe('touch:抖音');
  });

  it.each([
    ['declined', '好友没有同意'],
    ['withdrawn', '好友撤回了授权'],
    ['deal-cancelled', '这次交易已取消'],
  ] as const)('a referral that ended as %s is void', (ended, why) => {
    const decision = judge(verdictFacts([referral('陈女士', OCT_3, { ended })]), settings());
    expect(claim(decision, 'referral:陈女士')).toMatchObject({ outcome: 'void', why });
    expect(decision.conclusion).toBe('结论：没有有效的归属主张，按自然到访处理。');
  });

  it('a referral that lost an earlier deal wins no later one, and its successor may', () => {
    const old = referral('陈女士', OCT_3, { ended: 'lost' });
    const alone = judge(verdictFacts([old]), settings());
    expect([won(alone), claim(alone, 'referral:陈女士')]).toEqual([
      null,
      expect.objectContaining({ outcome: 'lost', why: '这条推荐已经结束' }),
    ]);
    const again = judge(verdictFacts([old, referral('陈女士再次', OCT_3 + 60_000)]), settings());
    expect([won(again), claim(again, 'referral:陈女士')?.why]).toEqual(['referral:陈女士再次', '这条推荐已经结束']);
    const beaten = judge(verdictFacts([touch('抖音', OCT_3 - 60_000), old]), settings());
    expect(claim(beaten, 'referral:陈女士')?.why).toMatch(/先到者优先$/);
  });

  it('without the friend’s yes before the deal there is no referral', () => {
    expect(claim(judge(verdictFacts([referral('陈女士', OCT_3, { agreedAt: null })]), settings()), 'referral:陈女士')?.why).toBe(
      '好友尚未同意',
    );
    const late = verdictFacts([referral('陈女士', OCT_3, { agreedAt: OCT_3 + 2 })], { dealAt: OCT_3 + 1 });
    expect(claim(judge(late, settings()), 'referral:陈女士')?.outcome).toBe('void');
    const after = verdictFacts([referral('陈女士', OCT_3)], { dealAt: OCT_3 - 60_000 });
    expect(claim(judge(after, settings()), 'referral:陈女士')?.why).toBe('成交后（10月3日 14:20）才登记');
  });

  it.each([
    ['self', 'selfReferral', '自己推荐'],
    ['staff', 'staffReferral', '员工推荐'],
    ['circular', 'circularReferral', '互相推荐'],
    ['household', 'selfReferral', '同户推荐'],
  ] as const)('%s is refused or only pointed out, as the rules say', (tie, setting, name) => {
    const facts = verdictFacts([referral('陈女士', OCT_3, { referrer: { ...HONEST, [tie]: true } })]);
    const refused = judge(facts, settings({ [setting]: 'refuse' }));
    expect([won(refused), claim(refused, 'referral:陈女士')?.outcome]).toEqual([null, 'void']);
    const flagged = judge(facts, settings({ [setting]: 'flag' }));
    expect([won(flagged), rule(flagged, 'referral:陈女士', name)?.held]).toEqual(['referral:陈女士', true]);
  });

  it('people of one home are one customer, unless the project says otherwise', () => {
    const facts = verdictFacts([touch('抖音', OCT_3, { household: true }), referral('陈女士', at('2026-10-10 10:00'))]);
    expect(won(judge(facts, settings()))).toBe('touch:抖音');
    const apart = judge(facts, settings({ householdAsOne: false }));
    expect([won(apart), apart.claims.length]).toEqual(['referral:陈女士', 1]);
  });

  it('a manager’s decision about an appeal stands over the rules', () => {
    const decided = { key: 'touch:展会', by: '周明', at: at('2026-10-19 10:00') };
    const decision = judge(verdictFacts([referral('陈女士', OCT_3), touch('展会', at('2026-10-10 10:00'))], { decided }), settings());
    expect([won(decision), claim(decision, 'referral:陈女士')?.why]).toEqual(['touch:展会', '周明复核后改判给渠道「展会」']);
    expect(decision.sentences.at(-2)).toBe('周明于 10月19日 10:00 复核改判。');
    const gone = judge(verdictFacts([referral('陈女士', OCT_3)], { decided }), settings());
    expect(won(gone)).toBe('referral:陈女士');
  });

  it('a manager’s decision goes with its claim: once the friend took the agreement back, or the deal is off, the rules speak again', () => {
    const decided = { key: 'referral:陈女士', by: '周明', at: at('2026-10-19 10:00') };
    const decide = (ended: 'withdrawn' | 'deal-cancelled' | 'lost' | null) =>
      judge(verdictFacts([touch('抖音', OCT_3), referral('陈女士', at('2026-10-10 10:00'), { ended })], { decided }), settings());
    expect([won(decide(null)), won(decide('lost'))]).toEqual(['referral:陈女士', 'referral:陈女士']);
    for (const ended of ['withdrawn', 'deal-cancelled'] as const) {
      expect(won(decide(ended))).toBe('touch:抖音');
      expect(decide(ended).sentences.join('')).not.toContain('改判');
    }
  });

  it('tells a referrer nothing that is not so: who called before did not come, and a decision is no earlier claim', () => {
    const told = (facts: ReturnType<typeof verdictFacts>) => {
      const decision = judge(facts, settings());
      const own = claim(decision, 'referral:陈女士');
      return own ? whyForReferrer(decision, own) : '';
    };
    const own = referral('陈女士', OCT_3);
    expect(told(verdictFacts([touch('400', OCT_3 - 60_000, { kind: 'walk-in' }), own]))).toBe('好友此前已有登记');
    const later = referral('王先生', OCT_3 + 60_000);
    const decided = { key: 'referral:王先生', by: '周明', at: OCT_3 + 120_000 };
    expect(told(verdictFacts([own, later], { decided }))).toBe('经理复核后改判');
    const over = referral('陈女士', OCT_3, { ended: 'lost' });
    expect(told(verdictFacts([over, later]))).toBe('归属判给另一位推荐人');
    expect(told(verdictFacts([over]))).toBe('归属未成立');
    expect(told(verdictFacts([referral('王先生', OCT_3 - 60_000), own]))).toBe('另一位推荐人的推荐更早');
  });

  it('of two referrers in one millisecond the record made first wins', () => {
    const decision = judge(verdictFacts([referral('乙', OCT_3), referral('甲', OCT_3)]), settings());
    expect(won(decision)).toBe(['referral:乙', 'referral:甲'].sort()[0]);
    expect(decision.claims.filter((c) => c.outcome === 'won')).toHaveLength(1);
  });

  it('without claims has no winner', () => {
    expect(judge(verdictFacts([]), settings())).toEqual({
      claims: [],
      winner: null,
      sentences: ['结论：没有有效的归属主张，按自然到访处理。'],
      conclusion: '结论：没有有效的归属主张，按自然到访处理。',
    });
  });

  it('rules that are switched off with null never end a claim', () => {
    const open = settings({ protectionDays: null, callInDays: null, visitDays: null, followUpDays: null, lastContactDays: null });
    const far = { asOf: at('2036-10-20 10:00') };
    expect(won(judge(verdictFacts([touch('抖音', OCT_3, { filled: ALL_FIELDS })], far), open))).toBe('touch:抖音');
    expect(won(judge(verdictFacts([referral('陈女士', OCT_3)], far), open))).toBe('referral:陈女士');
  });
});
