import { HOME_RIGHTS, HOME_ROLE_RIGHTS, HOME_ROLES, type HomeRight, type HomeRole } from '@guihu/shared';
import fc from 'fast-check';
import { civilDay, invitationFault, lastDayOf, rightsToGive, tenancyEnd } from './home.policy';

const NOW = Date.parse('2026-11-23T10:00:00+08:00');
const DAY = 86_400_000;
const rights = fc.subarray(Object.keys(HOME_RIGHTS) as HomeRight[]);
const invited = fc.constantFrom<HomeRole>('family', 'tenant');

describe('what an owner gives away', () => {
  it('is what the role usually may, when nothing is said', () => {
    const owner = { may: HOME_ROLE_RIGHTS.owner.usual };
    expect(rightsToGive(owner, 'family')).toEqual(['report', 'follow', 'rate', 'complain']);
    expect(rightsToGive(owner, 'tenant')).toEqual(['report', 'follow', 'rate']);
    expect(rightsToGive(owner, 'tenant', ['complain', 'report'])).toEqual(['report', 'complain']);
  });

  it('is never more than the owner has, nor than the role is ever given', () => {
    fc.assert(
      fc.property(rights, invited, fc.option(rights, { nil: undefined }), (may, role, asked) => {
        const held = (right: HomeRight) => may.includes(right) && HOME_ROLE_RIGHTS[role].most.includes(right);
        if (asked && !asked.every(held)) expect(() => rightsToGive({ may }, role, asked)).toThrow('home.right-not-held');
        else expect(rightsToGive({ may }, role, asked).every(held)).toBe(true);
      }),
    );
  });

  it('never lets anybody but an owner let people in', () => {
    const inviting = (Object.keys(HOME_ROLES) as HomeRole[]).filter((role) => HOME_ROLE_RIGHTS[role].most.includes('invite'));
    expect(inviting).toEqual(['owner']);
    for (const { usual, most } of Object.values(HOME_ROLE_RIGHTS)) expect(most).toEqual(expect.arrayContaining([...usual]));
  });
});

describe('a tenancy', () => {
  const end = (until: string) => tenancyEnd('tenant', until, NOW);

  it('lasts to the end of its last day in Beijing', () => {
    expect(end('2026-11-23')).toBe(Date.parse('2026-11-24T00:00:00+08:00'));
    expect(lastDayOf(end('2027-06-30'))).toBe('2027-06-30');
    expect([tenancyEnd('tenant', undefined, NOW), lastDayOf(null)]).toEqual([null, null]);
  });

  it.each([
    ['2026-11-22', '到期日不能早于今天'],
    ['2046-11-24', '租期不能超过 20 年'],
    ['2027-02-29', '请填写正确的到期日'],
    ['2027-13-01', '请填写正确的到期日'],
  ])('until %s is refused: %s', (until, sentence) => {
    expect(() => end(until)).toThrow(sentence);
  });

  it('of exactly twenty years is the longest', () => expect(lastDayOf(end('2046-11-23'))).toBe('2046-11-23'));

  it('is no matter of the family', () => {
    expect(() => tenancyEnd('family', '2027-06-30', NOW)).toThrow('只有租户');
    expect(tenancyEnd('family', undefined, NOW)).toBeNull();
  });
});

describe('an invitation', () => {
  const good = { inviterEndedAt: null, usedAt: null, revokedAt: null, expiresAt: NOW + 1, untilAt: null };
  it.each([
    ['is good to the last millisecond', {}, null],
    ['is over at the very moment it expires', { expiresAt: NOW }, '这份邀请已超过 7 天有效期'],
    ['works once', { usedAt: NOW - DAY, expiresAt: NOW }, '这份邀请已被使用，一份邀请只能用一次'],
    ['can be taken back', { revokedAt: NOW - DAY }, '这份邀请已被收回'],
    ['goes with whoever gave it', { inviterEndedAt: NOW - DAY }, '这份邀请已被收回'],
    ['opens no tenancy that is over', { untilAt: NOW }, '这份邀请的租期已经结束'],
  ])('%s', (_what, change, fault) => expect(invitationFault({ ...good, ...change }, NOW)).toBe(fault));
});

it.each([
  ['2025-06-30', '2025-06-30'],
  ['2024-02-29', '2024-02-29'],
  ['2025-02-29', null],
  ['2025-06-31', null],
  ['2025-6-3', null],
  ['0000-00-00', null],
  ['tomorrow', null],
])('%s is a day, or none', (text, day) => expect(civilDay(text)).toBe(day));
