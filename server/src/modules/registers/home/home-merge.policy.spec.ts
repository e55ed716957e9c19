import fc from 'fast-check';
import { type BoundTwice, widerOf } from './home-merge.policy';

const bound = (given: Partial<BoundTwice>): BoundTwice => ({ id: 'a', role: 'family', may: ['report'], untilAt: null, ...given });

describe('one person who is twice in one home', () => {
  it('keeps the role that may most, then the longer right, and every right of the same length', () => {
    const owner = bound({ id: 'o', role: 'owner', may: ['report', 'invite'] });
    expect(widerOf(bound({ id: 'f' }), owner).stays.id).toBe('o');
    const lease = bound({ id: 't', role: 'tenant', untilAt: 100, may: ['report', 'rate'] });
    expect(widerOf(lease, bound({ id: 'u', role: 'tenant', untilAt: 200 })).stays.id).toBe('u');
    expect(widerOf(bound({ may: ['report'] }), bound({ id: 'b', may: ['follow', 'rate'] })).may.sort()).toEqual([
      'follow',
      'rate',
      'report',
    ]);
  });

  it('does not prolong a right by one that ends later', () => {
    const lease = bound({ id: 't', role: 'tenant', untilAt: 100, may: ['report', 'rate', 'complain'] });
    expect(widerOf(bound({ role: 'tenant', may: ['report'] }), lease).may).toEqual(['report']);
  });

  it('is decided alike whichever way round it is asked, and one always goes', () => {
    const any = fc.record({
      id: fc.uuid(),
      role: fc.constantFrom('owner', 'family', 'tenant') as fc.Arbitrary<BoundTwice['role']>,
      may: fc.uniqueArray(fc.constantFrom('report', 'follow', 'rate')) as fc.Arbitrary<BoundTwice['may']>,
      untilAt: fc.option(fc.nat(3)),
    });
    fc.assert(
      fc.property(any, any, (one, other) => {
        const [a, b] = [widerOf(one, other), widerOf(other, one)];
        expect([a.stays, a.goes].map(({ id }) => id).sort()).toEqual([one.id, other.id].sort());
        expect(a.stays.role).toBe(b.stays.role);
        expect(a.stays.untilAt).toBe(b.stays.untilAt);
        expect([...a.may].sort()).toEqual([...b.may].sort());
      }),
    );
  });
});
