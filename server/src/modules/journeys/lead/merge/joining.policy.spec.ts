import { joinLeads, type OpenLead } from './joining.policy';

const lead = (given: Partial<OpenLead>): OpenLead => ({
  id: 'a',
  status: 'received',
  level: 'potential',
  ownerId: null,
  createdAt: 1_000,
  lastContactAt: null,
  nextFollowUpAt: null,
  ...given,
});

describe('two open leads of one person', () => {
  it('become the earlier one, whichever way round they are given', () => {
    const [early, late] = [lead({ id: 'z', createdAt: 1 }), lead({ id: 'a', createdAt: 2 })];
    for (const joined of [joinLeads(early, late), joinLeads(late, early)]) expect([joined.stays.id, joined.goes.id]).toEqual(['z', 'a']);
    const [one, twin] = [lead({ id: 'a' }), lead({ id: 'b' })];
    for (const joined of [joinLeads(one, twin), joinLeads(twin, one)]) expect(joined.stays.id).toBe('a');
  });

  it('keep whoever serves the earlier one, and take the other colleague only while nobody does', () => {
    const served = lead({ id: 'b', createdAt: 2_000, status: 'accepted', ownerId: 'zhao' });
    expect(joinLeads(lead({ status: 'accepted', ownerId: 'lin' }), served).servedByOther).toBe(false);
    for (const status of ['received', 'offered', 'escalated', 'pooled'] as const)
      expect(joinLeads(lead({ status }), served).servedByOther).toBe(true);
    expect(joinLeads(lead({}), lead({ id: 'b', createdAt: 2_000, status: 'pooled' })).servedByOther).toBe(false);
  });

  it('lose neither the higher level, nor the latest contact, nor the nearest promise', () => {
    const one = lead({ level: 'interested', lastContactAt: 5, nextFollowUpAt: 90 });
    const other = lead({ id: 'b', createdAt: 2, level: 'hot', lastContactAt: 7, nextFollowUpAt: 30 });
    expect(joinLeads(one, other)).toMatchObject({ level: 'hot', lastContactAt: 7, nextFollowUpAt: 30 });
    expect(joinLeads(lead({}), other)).toMatchObject({ level: 'hot', lastContactAt: 7, nextFollowUpAt: 30 });
    expect(joinLeads(other, lead({ createdAt: 1 }))).toMatchObject({ level: 'hot', lastContactAt: 7, nextFollowUpAt: 30 });
  });
});
