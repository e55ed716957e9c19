import fc from 'fast-check';
import { stepAfter, waysFor, whyInboxOnly, whyRefused, whyUndelivered } from './channel.policy';
import type { ReachNow, Refusal } from './way';

const reach = (over: Partial<ReachNow> = {}): ReachNow => ({
  accountId: 'a1',
  mpOpenid: 'mp1',
  oaOpenid: 'oa1',
  followsOfficialAccount: true,
  credits: 0,
  ...over,
});
const BOTH = ['subscribe', 'template'] as const;

describe('the ways of a message', () => {
  it('lead a colleague through the official account, on whichever of their phones follows', () => {
    const reaches = [reach({ accountId: 'new', followsOfficialAccount: false }), reach({ accountId: 'old', oaOpenid: 'oa2' })];
    expect(waysFor('staff', ['template'], reaches)).toEqual([{ channel: 'template', accountId: 'old', openid: 'oa2' }]);
  });

  it('lead a customer through the mini-program while they allow it, else through the official account', () => {
    expect(waysFor('customer', BOTH, [reach({ credits: 2 })]).map((w) => [w.channel, w.openid])).toEqual([
      ['subscribe', 'mp1'],
      ['template', 'oa1'],
    ]);
    expect(waysFor('customer', BOTH, [reach()]).map((w) => w.channel)).toEqual(['template']);
    expect(waysFor('customer', ['subscribe'], [reach()])).toEqual([]);
  });

  it('never ask for what is not there', () => {
    const reaches = fc.array(
      fc.record({
        accountId: fc.uuid(),
        mpOpenid: fc.uuid(),
        oaOpenid: fc.option(fc.uuid()),
        followsOfficialAccount: fc.boolean(),
        credits: fc.integer({ min: 0, max: 3 }),
      }),
      { maxLength: 4 },
    );
    const kinds = fc.constantFrom('staff' as const, 'customer' as const);
    fc.assert(
      fc.property(kinds, fc.subarray([...BOTH]), reaches, (kind, channels, people) => {
        for (const way of waysFor(kind, channels, people)) {
          const person = people.find((p) => p.accountId === way.accountId) as ReachNow;
          expect(channels).toContain(way.channel);
          if (way.channel === 'subscribe') expect([kind, person.credits > 0, way.openid]).toEqual(['customer', true, person.mpOpenid]);
          else expect([person.followsOfficialAccount, way.openid]).toEqual([true, person.oaOpenid]);
        }
      }),
    );
  });
});

describe('a refusal', () => {
  const refusal = (kind: Refusal['kind'], retryable = false, errcode = 1): Refusal => ({ kind, retryable, errcode });

  it.each([
    ['duplicate', 'sent'],
    ['no-credit', 'next'],
    ['not-following', 'next'],
    ['blocked', 'next'],
    ['temporary', 'later'],
    ['quota', 'later'],
    ['bad-field', 'give-up'],
    ['other', 'give-up'],
    ['invalid-code', 'give-up'],
  ] as const)('for %s means: %s', (kind, step) => expect(stepAfter(refusal(kind))).toBe(step));

  it('that may succeed later is tried later, whatever it is called', () => expect(stepAfter(refusal('other', true))).toBe('later'));

  it('is told in words, with WeChat’s code when there is one', () => {
    expect(whyRefused(refusal('temporary', true, 0))).toBe('微信暂时没有响应');
    expect(whyRefused(refusal('bad-field', false, 47003))).toBe('消息内容不符合微信模板要求，请联系管理员（微信返回码 47003）');
    expect(whyRefused(refusal('other', false, 40037))).toBe('微信拒绝发送，请联系管理员（微信返回码 40037）');
  });
});

describe('why a message is in the inbox only', () => {
  it('tells apart a stranger, a colleague, a customer and a refusal', () => {
    const reasons = [
      whyInboxOnly('customer', [], false),
      whyInboxOnly('staff', [reach()], false),
      whyInboxOnly('customer', [reach()], false),
      whyInboxOnly('customer', [reach()], true),
    ];
    expect(new Set(reasons).size).toBe(4);
    for (const reason of reasons) expect(reason).toContain('站内消息');
  });
});

it.each([
  ['failed:user block', '对方拒收了公众号消息'],
  ['failed: system failed', '微信系统原因，没有送达'],
  ['failed:freq limit', '发送太频繁，被微信限制'],
  ['failed', '微信没有送达这条消息'],
])('the receipt "%s" reads: %s', (status, words) => expect(whyUndelivered(status)).toBe(words));
