import { sayWhy } from './why.policy';

const decision = { chosen: { id: 'lin', name: '林晓' }, sentences: ['林晓：在班', '按权重分配给林晓'] };

describe('why a colleague has a lead', () => {
  it('is what routing concluded, for whom it chose', () => {
    const offer = { staffId: 'lin', outcome: 'accepted' as const, reason: null };
    expect(sayWhy({ ownerId: 'lin', offer, takenFrom: 'offered', decision })).toBe('按权重分配给林晓');
  });

  it.each(['waiting', 'accepted'] as const)('is the reason of whoever passed it on (%s)', (outcome) => {
    const offer = { staffId: 'zhao', outcome, reason: '客户想看洋房' };
    expect(sayWhy({ ownerId: 'zhao', offer, takenFrom: null, decision })).toBe('由同事转交：客户想看洋房');
  });

  it('is that they took it, for a leader and for a claim from the pool', () => {
    const offer = { staffId: 'lin', outcome: 'withdrawn' as const, reason: null };
    expect(sayWhy({ ownerId: 'manager', offer, takenFrom: 'offered', decision })).toBe('由主管或经理接手');
    expect(sayWhy({ ownerId: 'zhao', offer: null, takenFrom: 'pooled', decision })).toBe('从公海领取');
  });

  it('is not the reason of a refusal', () => {
    const offer = { staffId: 'lin', outcome: 'declined' as const, reason: '正在带看' };
    expect(sayWhy({ ownerId: 'manager', offer, takenFrom: null, decision })).toBe('按权重分配给林晓');
    expect(sayWhy({ ownerId: null, offer: null, takenFrom: null, decision: null })).toBe('正在分配');
  });
});
