import { invitationFor, requestOf, usualEnds, withRight } from './invitation-form';

it('starts from what the role usually may, and lets nobody have more than the role can', () => {
  expect(invitationFor('family').may).toEqual(['report', 'follow', 'rate', 'complain']);
  expect(withRight(invitationFor('tenant'), 'invite').may).toEqual(['report', 'follow', 'rate']);
});

it('makes the same request of the same ticks, in whatever order they were made', () => {
  const tenant = invitationFor('tenant');
  const once = withRight(withRight(withRight(tenant, 'report'), 'complain'), 'report');
  expect(once.may).toEqual(['report', 'follow', 'rate', 'complain']);
});

it('says the end of a tenancy for tenants only', () => {
  expect(requestOf({ role: 'tenant', may: ['report'], until: '2027-11-23' })).toEqual({
    role: 'tenant',
    may: ['report'],
    until: '2027-11-23',
  });
  expect(requestOf({ role: 'family', may: ['report'], until: '2027-11-23' })).toEqual({ role: 'family', may: ['report'] });
});

it('counts half a year from the last day of a long month to the last day of a short one', () => {
  expect(usualEnds(Date.parse('2026-08-31T10:00:00+08:00')).map(({ value }) => value)).toEqual(['2027-02-28', '2027-08-31', '2028-08-31']);
});
