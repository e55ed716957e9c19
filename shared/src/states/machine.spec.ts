import { EXTRA_INTEREST_STATUSES, EXTRA_INTEREST_TRANSITIONS } from './extra';
import { LEAD_STATUSES, LEAD_TRANSITIONS } from './lead';
import { faultsOf, type TransitionTable } from './machine';
import { APPEAL_STATUSES, APPEAL_TRANSITIONS, REFERRAL_STATUSES, REFERRAL_TRANSITIONS } from './referral';
import { REDEMPTION_STATUSES, REDEMPTION_TRANSITIONS, REWARD_STATUSES, REWARD_TRANSITIONS } from './reward';
import { SOP_TASK_STATUSES, SOP_TASK_TRANSITIONS } from './sop-task';
import { STORY_STATUSES, STORY_TRANSITIONS } from './story';
import { VIEWING_STATUSES, VIEWING_TRANSITIONS, WAIT_STATUSES, WAIT_TRANSITIONS } from './viewing';
import { REVISIT_TRANSITIONS, WORK_ORDER_STATUSES, WORK_ORDER_TRANSITIONS } from './work-order';

describe('a state table', () => {
  it.each([
    ['lead', faultsOf(LEAD_TRANSITIONS, LEAD_STATUSES)],
    ['work order', faultsOf(WORK_ORDER_TRANSITIONS, WORK_ORDER_STATUSES)],
    ['sop task', faultsOf(SOP_TASK_TRANSITIONS, SOP_TASK_STATUSES)],
    ['viewing', faultsOf(VIEWING_TRANSITIONS, VIEWING_STATUSES)],
    ['place in a line', faultsOf(WAIT_TRANSITIONS, WAIT_STATUSES)],
    ['referral', faultsOf(REFERRAL_TRANSITIONS, REFERRAL_STATUSES)],
    ['appeal', faultsOf(APPEAL_TRANSITIONS, APPEAL_STATUSES)],
    ['reward', faultsOf(REWARD_TRANSITIONS, REWARD_STATUSES)],
    ['redemption', faultsOf(REDEMPTION_TRANSITIONS, REDEMPTION_STATUSES)],
    ['interest in an extra', faultsOf(EXTRA_INTEREST_TRANSITIONS, EXTRA_INTEREST_STATUSES)],
    ['story', faultsOf(STORY_TRANSITIONS, STORY_STATUSES)],
    ['revisit', faultsOf(REVISIT_TRANSITIONS, ['open', 'done'])],
  ])('of a %s is sound: every state is reached and left', (_name, faults) => {
    expect(faults).toEqual([]);
  });

  it('says what is wrong with it', () => {
    const table: TransitionTable<'a' | 'b' | 'c', 'go' | 'stay'> = {
      initial: 'a',
      final: ['a'],
      verbs: { go: { from: ['a'], to: 'b' }, stay: { from: ['c'], to: 'c' } },
    };
    expect(faultsOf(table, ['a', 'b', 'c'])).toEqual([
      'a is final but leads on',
      'b is a dead end',
      'c cannot be reached',
      'c is a dead end',
    ]);
  });
});
