import { type Entry, logOf } from '../../../../../test/factories/work-order-log.factory';
import { type WhyFacts, whyYours } from './why-yours.policy';

const NAMES: Record<string, string> = { zhang: '张伟', li: '李强', he: '何静' };
const why = (entries: Entry[], staffId: string, more: Partial<WhyFacts> = {}) =>
  whyYours({
    log: logOf(['reported', 0], ...entries),
    staffId,
    responsibleId: null,
    claimant: false,
    decision: null,
    nameOf: (id) => (id === null ? null : (NAMES[id] ?? null)),
    ...more,
  });

describe('为什么是你', () => {
  const decision = {
    outcome: 'assigned',
    chosen: { id: 'zhang', name: '张伟' },
    sentences: ['命中「渗漏」', '派给张伟：当班，在手最少'],
    decidedAt: '2026-11-23T02:00:00.000Z',
  } as const;

  it('is the conclusion of the decision that chose this colleague', () => {
    const facts = { decision: { ...decision, sentences: [...decision.sentences] } };
    expect(why([['dispatched', 1]], 'zhang', facts)).toBe('派给张伟：当班，在手最少');
    expect(
      why(
        [
          ['dispatched', 1],
          ['accepted', 2],
        ],
        'zhang',
        facts,
      ),
    ).toBe('派给张伟：当班，在手最少');
    expect(
      why(
        [
          ['dispatched', 1],
          ['accepted', 2],
        ],
        'zhang',
      ),
    ).toBe('这张工单由你负责');
  });

  it('is the wish of the owner once it came back, not what was decided before', () => {
    const facts = { decision: { ...decision, sentences: [...decision.sentences], decidedAt: new Date(0).toISOString() } };
    const back = (reopened: Entry): Entry[] => [
      ['dispatched', 1],
      ['accepted', 2],
      ['arrived', 3],
      ['finished', 4],
      reopened,
      ['dispatched', 5],
    ];
    expect(why(back(['reopened', 5, { why: 'owner', reason: '又漏了' }]), 'zhang', facts)).toBe('业主要求重新处理：又漏了，仍由你负责');
    expect(why(back(['reopened', 5, { why: 'low-rating', reason: '业主评价较低，问题未解决' }]), 'zhang', facts)).toBe(
      '业主评价较低，问题未解决，仍由你负责',
    );
  });

  it('is the colleague who passed it on, with the reason', () => {
    expect(
      why(
        [
          ['dispatched', 1],
          ['accepted', 2],
          ['transferred', 3, { toStaffId: 'li', reason: '李强更熟悉' }],
        ],
        'li',
      ),
    ).toBe('张伟转给你：李强更熟悉');
  });

  it('is an escalation for whoever is above', () => {
    const late: Entry[] = [
      ['dispatched', 1],
      ['escalated', 121, { level: 1, staffId: 'he' }],
    ];
    expect(why(late, 'he', { responsibleId: 'he' })).toBe('张伟未能按时处理，已升级给你（主管）');
    expect(why([['dispatched', 1, { staffId: null }]], 'he', { responsibleId: 'he' })).toBe('没有合适的同事可派，请你安排');
  });

  it('says whose it is to everybody else, and when it is over', () => {
    expect(why([['dispatched', 1]], 'li')).toBe('由张伟负责');
    expect(why([['dispatched', 1, { staffId: null, claimants: ['li'] }]], 'li', { claimant: true })).toBe('这张工单开放抢单，先接先得');
    expect(why([], 'li')).toBe('这张工单等待安排');
    expect(
      why(
        [
          ['dispatched', 1],
          ['accepted', 2],
          ['arrived', 3],
          ['finished', 4],
        ],
        'zhang',
      ),
    ).toBe('由你处理，已结束');
    expect(why([['cancelled', 1]], 'zhang')).toBe('这张工单已结束');
  });
});
