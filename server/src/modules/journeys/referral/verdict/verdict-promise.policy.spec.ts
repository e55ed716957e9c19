import { DEFAULT_VERDICT_SETTINGS as RULES, type VerdictSettings } from '@guihu/shared';
import fc from 'fast-check';
import { verdictPromise } from './verdict-promise.policy';

const said = (change: Partial<VerdictSettings> = {}): string =>
  verdictPromise({ ...RULES, ...change })
    .flatMap(({ lines }) => lines)
    .join('\n');

describe('the rules of judging in plain words', () => {
  it('say the numbers in force', () => {
    const words = said({ protectionDays: 45, callInDays: 12, visitDays: 9, followUpDays: 21, lastContactDays: 5 });
    for (const part of ['同意后 45 天内首次到访', '来电或留资的 12 天内有效', '到访的 9 天内有效', '再保留 21 天', '签约前 5 天内'])
      expect(words).toContain(part);
  });

  it.each([
    [{ protectionDays: null }, '推荐一直有效，不限多久到访'],
    [{ protectionDays: 0 }, '在同意的当天首次到访'],
    [{ followUpDays: null }, '此后一直有效'],
    [{ connectedOnly: false }, '有效期内每次跟进'],
    [{ precedence: 'referral-first' }, '有效的推荐优先于广告渠道'],
    [{ selfReferral: 'flag' }, '推荐自己或同一套房的家人，由同事核实'],
    [{ staffReferral: 'refuse' }, '本公司员工推荐，不算推荐'],
    [{ circularReferral: 'refuse' }, '互相推荐，不算推荐'],
    [{ completeFields: ['name', 'area'] }, '有效登记要写明姓名、意向面积'],
  ] as [Partial<VerdictSettings>, string][])('%j: %s', (change, words) => {
    expect(said()).not.toContain(words);
    expect(said(change)).toContain(words);
  });

  it('leave out what is switched off', () => {
    const words = said({ lastContactDays: null, householdAsOne: false, completeFields: [] });
    expect(words).not.toMatch(/视为放弃|家人|有效登记/);
  });

  it('change whenever a rule that a referrer meets changes, and never name what nobody reads', () => {
    const days = fc.option(fc.integer({ min: 0, max: 400 }));
    const how = fc.constantFrom('refuse' as const, 'flag' as const);
    const settings = fc.record({
      protectionDays: days,
      callInDays: days,
      visitDays: days,
      followUpDays: days,
      lastContactDays: days,
      connectedOnly: fc.boolean(),
      householdAsOne: fc.boolean(),
      selfReferral: how,
      staffReferral: how,
      circularReferral: how,
      precedence: fc.constantFrom('first' as const, 'referral-first' as const),
    });
    fc.assert(
      fc.property(settings, settings, (one, other) => {
        expect(said(one) === said(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
        expect(said(one)).not.toMatch(/null|undefined|NaN/);
      }),
    );
  });
});
