import { ROLE_PERMISSIONS, type StaffWorkOrderVerb, WORK_ORDER_KINDS, WORK_ORDER_STATUSES } from '@guihu/shared';
import fc from 'fast-check';
import type { StaffLimits } from '../owner-limits.policy';
import { type OrderFacts, type ServingActor, staffVerbs } from './allowed-verbs.policy';

const LIMITS: StaffLimits = { transfers: 3, returns: 2, pauses: 3, contracts: 2, sentences: [] };
const SPENT: StaffLimits = { transfers: 0, returns: 0, pauses: 0, contracts: 0, sentences: [] };
const ENGINEER: ServingActor = { staffId: 'ma', steers: false, claimant: false, permissions: ROLE_PERMISSIONS.engineer };
const SUPERVISOR: ServingActor = { staffId: 'he', steers: true, claimant: false, permissions: ROLE_PERMISSIONS.supervisor };
const order = (facts: Partial<OrderFacts>): OrderFacts => ({
  kind: 'repair',
  status: 'dispatched',
  assigneeId: 'ma',
  responsibleId: 'ma',
  ...facts,
});

describe('what a colleague may do with an order', () => {
  it.each([
    ['dispatched', ['accept', 'return', 'transfer', 'revealPhone']],
    ['accepted', ['arrive', 'pause', 'finish', 'return', 'transfer', 'contract', 'revealPhone']],
    ['working', ['pause', 'finish', 'return', 'transfer', 'contract', 'revealPhone']],
    ['paused', ['resume', 'return', 'transfer', 'contract', 'revealPhone']],
    ['resolved', ['revealPhone']],
    ['cancelled', ['revealPhone']],
  ] as const)('an engineer with an order that is %s', (status, verbs) => {
    expect(staffVerbs(order({ status }), ENGINEER, LIMITS)).toEqual(verbs);
  });

  it('an engineer claims what is put before several, and nothing of what a colleague has', () => {
    const open = order({ assigneeId: null, responsibleId: 'he' });
    expect(staffVerbs(open, { ...ENGINEER, claimant: true }, LIMITS)).toEqual(['claim']);
    expect(staffVerbs(open, ENGINEER, LIMITS)).toEqual([]);
    for (const status of WORK_ORDER_STATUSES) {
      expect(staffVerbs(order({ status, assigneeId: 'ding', responsibleId: 'ding' }), ENGINEER, LIMITS)).toEqual([]);
    }
  });

  it('a leader passes on and cancels whatever is under way, and accepts only what was escalated to them', () => {
    expect(staffVerbs(order({ status: 'dispatched' }), SUPERVISOR, SPENT)).toEqual(['transfer', 'cancel', 'revealPhone']);
    expect(staffVerbs(order({ assigneeId: null, responsibleId: 'he' }), SUPERVISOR, LIMITS)).toContain('accept');
  });

  it('a complaint is answered, not visited, and graded by the desk while it is open', () => {
    const complaint = order({ kind: 'complaint', status: 'accepted' });
    expect(staffVerbs(complaint, ENGINEER, LIMITS)).toEqual(expect.arrayContaining(['respond']));
    expect(staffVerbs(complaint, ENGINEER, LIMITS)).not.toContain('arrive');
    expect(staffVerbs(complaint, ENGINEER, LIMITS)).not.toContain('grade');
    expect(staffVerbs(complaint, SUPERVISOR, LIMITS)).toContain('grade');
    expect(staffVerbs({ ...complaint, status: 'closed' }, SUPERVISOR, LIMITS)).not.toContain('grade');
  });

  it('what was done too often is no longer offered', () => {
    expect(staffVerbs(order({ status: 'working' }), ENGINEER, SPENT)).toEqual(['finish', 'revealPhone']);
  });

  it('nobody without a permission, and nobody to whom the order is nothing, may do anything', () => {
    const facts = fc.record({
      kind: fc.constantFrom(...WORK_ORDER_KINDS),
      status: fc.constantFrom(...WORK_ORDER_STATUSES),
      assigneeId: fc.constantFrom('ma', 'ding', null),
      responsibleId: fc.constantFrom('ma', 'ding', 'he', null),
    });
    fc.assert(
      fc.property(facts, fc.boolean(), fc.boolean(), (of, steers, claimant) => {
        expect(staffVerbs(of, { staffId: 'ma', steers, claimant, permissions: [] }, LIMITS)).toEqual([]);
        expect(staffVerbs(of, { ...ENGINEER, staffId: 'nobody' }, LIMITS)).toEqual([]);
        const final: StaffWorkOrderVerb[] = ['revealPhone'];
        if (of.status === 'cancelled') expect(final).toEqual(expect.arrayContaining(staffVerbs(of, SUPERVISOR, LIMITS)));
      }),
    );
  });
});
