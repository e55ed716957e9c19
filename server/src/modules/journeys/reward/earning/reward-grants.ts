import type { RewardRule } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { newId } from '../../../../platform/database/columns';
import { insertRows, select } from '../../../../platform/database/database';
import { JobQueue } from '../../../../platform/jobs/job-queue';
import { HomeRegister } from '../../../registers/home';
import { earned } from '../ledger/ledger.policy';
import { REWARD_RELEASE, releaseKey } from '../reward.jobs';
import { type RewardRow, rewardSubject } from '../reward.rows';
import { RewardBook, worthOf } from '../reward-book';
import { heldUntil, standingNote, waitsForPayment, weigh } from '../rules/reward.policy';
import type { ReferralFile } from './referral-files';
import type { ReferralStanding } from './referral-standing.queries';

interface Occasion {
  rule: RewardRule;
  /** All rules of that version. */
  rules: readonly RewardRule[];
  file: ReferralFile;
  personId: string;
  holdDays: number | null;
  version: number;
  standing: ReferralStanding;
}

/** `why` is empty when the reward stands already. */
type Granted = { ok: true; reward: RewardRow } | { ok: false; why: string };

/** Makes a reward, once for each referral, rule and person, and for a yes or a visit once for each friend: the constraints decide. */
@Injectable()
export class RewardGrants {
  constructor(
    private readonly clock: Clock,
    private readonly jobs: JobQueue,
    private readonly homes: HomeRegister,
    private readonly book: RewardBook,
  ) {}

  async grant(tx: EntityManager, { rule, rules, file, personId, holdDays, version, standing }: Occasion): Promise<Granted> {
    const unitId = rule.form === 'fee-waiver' ? await this.homeOf(tx, personId, file.projectId) : null;
    const weighed = weigh(rule, {
      dealAmount: file.dealAmount,
      dealsBefore: file.dealsBefore,
      ownsHome: unitId !== null,
    });
    if (!weighed.ok) return weighed;
    const now = this.clock.now();
    const until = waitsForPayment(rule.on) ? heldUntil(file.signedAt ?? now, holdDays) : null;
    const reward: RewardRow = {
      id: newId(),
      referral_id: file.referralId,
      project_id: file.projectId,
      rule_id: rule.id,
      rule_name: rule.name,
      rules_version: version,
      person_id: personId,
      round: file.round,
      party: rule.to,
      form: weighed.form,
      amount: weighed.amount,
      status: 'held',
      why: `${weighed.why}${standingNote(standing)}`.slice(0, 300),
      held_until: until,
      unit_id: weighed.form === 'fee-waiver' ? unitId : null,
      approved_by_id: null,
      approved_at: null,
      paid_by_id: null,
      payout_reference: null,
      paid_on: null,
      kept: 0,
      once_key: onceKey(rule, rules, file, personId),
      last_seq: 1,
      created_at: now,
      updated_at: now,
    };
    if (!(await this.insert(tx, reward))) return { ok: false, why: '' };
    await this.book.note(tx, reward.id, 1, 'earn', { staffId: null, text: reward.why });
    await this.book.post(tx, reward, 'earn', earned(worthOf(reward)), reward.why);
    if (until !== null) {
      const job = { kind: REWARD_RELEASE, payload: { rewardId: reward.id }, key: releaseKey(reward.id), first: true };
      await this.jobs.add(tx, { ...job, runAt: until, subject: rewardSubject(reward.id) });
    }
    return { ok: true, reward };
  }

  /** A home of theirs in the project: the one that was chosen, as long as it is theirs, else the one they have had longest. */
  async homeOf(tx: EntityManager, personId: string, projectId: string, chosen: string | null = null): Promise<string | null> {
    const homes = await this.homes.homesWhere(personId, 'report', tx);
    const own = homes.filter((home) => home.role === 'owner' && home.projectId === projectId).sort((a, b) => a.since - b.since);
    return (own.find((home) => home.unitId === chosen) ?? own[0])?.unitId ?? null;
  }

  /**
   * What a verdict took back may be earned anew after an appeal; what was refused stays refused. The same friend registered again is
   * another referral, but their yes and their visit are no other ones.
   */
  private async insert(tx: EntityManager, reward: RewardRow): Promise<boolean> {
    const standing = await select<{ id: string }>(
      tx,
      `SELECT id FROM rewards WHERE referral_id = ? AND rule_id = ? AND person_id = ?
       AND (round = ? OR status NOT IN ('reversed', 'clawed-back'))
       UNION ALL SELECT id FROM rewards WHERE once_key = ?
       UNION ALL SELECT id FROM rewards WHERE person_id = ? AND once_key LIKE ? AND referral_id <> ?`,
      [
        reward.referral_id,
        reward.rule_id,
        reward.person_id,
        reward.round,
        reward.once_key,
        reward.person_id,
        sameEvent(reward.once_key),
        reward.referral_id,
      ],
    );
    // The person's lock makes looking first safe; the constraints stand behind it.
    if (standing.length > 0) return false;
    await insertRows(tx, 'rewards', [{ ...reward }]);
    return true;
  }
}

/**
 * A deal may be made more than once; a yes and a visit of one friend are given for once, in however many referrals and by whatever
 * rules: the key is of the event and the kind of reward, and says nothing of a rule's number, which is another one in another version.
 */
function onceKey(rule: RewardRule, rules: readonly RewardRule[], { projectId, friendId }: ReferralFile, personId: string): string | null {
  if (rule.on === 'signed' || friendId === null) return null;
  const place = rules.filter(({ on, to, form }) => on === rule.on && to === rule.to && form === rule.form).indexOf(rule);
  return `${projectId}:${rule.on}:${personId}:${friendId}:${rule.form}#${place}`;
}

/** Keys of the same event, of whatever kind: ids and names of events have no sign that a pattern would read. */
const sameEvent = (key: string | null): string | null => (key === null ? null : `${key.slice(0, key.lastIndexOf(':'))}:%`);
