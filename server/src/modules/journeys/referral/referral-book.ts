import {
  allows,
  REFERRAL_END_REASONS,
  REFERRAL_STATUS_LABELS,
  REFERRAL_TRANSITIONS,
  type ReferralEndReason,
  type ReferralStatus,
  type ReferralVerb,
} from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { execute, select } from '../../../platform/database/database';
import { DomainEvents } from '../../../platform/events/domain-events';
import { coded } from '../../../platform/http/coded-error';
import { JobQueue } from '../../../platform/jobs/job-queue';
import { ReferralMoved } from './referral.events';
import { PROTECTION_EXPIRY } from './referral.jobs';
import { activeKey, type ReferralEventType, type ReferralRow, referralSubject, writeReferralEvent } from './referral.rows';
import { ReferralMessages } from './referral-messages';

export interface Step {
  /** Epoch ms of what happened; now when left out. */
  at?: number;
  actorId?: string | null;
  /** With an end. */
  why?: ReferralEndReason;
  /** What else changes with it. */
  columns?: Partial<Omit<ReferralRow, 'id' | 'status'>>;
  /** For the history. */
  data?: Record<string, unknown>;
  /** Said to the referrer beside the new stage, at most 20 characters. */
  note?: string;
}

/** After these the same person may register the same friend again; whoever said no is not asked twice. */
const REGISTRABLE_AGAIN: readonly ReferralEndReason[] = ['expired', 'unanswered', 'lost', 'deal-cancelled', 'joined'];

/** Verbs by which a referral that had ended goes on. */
const GOES_ON: readonly ReferralVerb[] = ['reinstate', 'renew'];
const UNDONE = { end_reason: null, ended_at: null, signed_at: null, settled_at: null, deal_amount: null };

const STAMPS: Partial<Record<ReferralStatus, keyof ReferralRow>> = {
  agreed: 'agreed_at',
  visited: 'visited_at',
  subscribed: 'subscribed_at',
  signed: 'signed_at',
  settled: 'settled_at',
  ended: 'ended_at',
};

/** The one place where a referral changes its stage: the row, its history, the event and the referrer's message go together. */
@Injectable()
export class ReferralBook {
  constructor(
    private readonly clock: Clock,
    private readonly events: DomainEvents,
    private readonly jobs: JobQueue,
    private readonly messages: ReferralMessages,
  ) {}

  /** @throws CodedError `referral.state-conflict` when the verb does not fit, or somebody else was faster */
  async move(tx: EntityManager, row: ReferralRow, verb: ReferralVerb, step: Step = {}): Promise<ReferralRow> {
    if (!allows(REFERRAL_TRANSITIONS, row.status, verb)) throw coded('referral.state-conflict');
    const { to } = REFERRAL_TRANSITIONS.verbs[verb];
    const at = step.at ?? this.clock.now();
    const stamp = STAMPS[to];
    const columns: Record<string, unknown> = {
      // A referral that goes on keeps the instants of what had happened before.
      ...(stamp && !(GOES_ON.includes(verb) && row[stamp] !== null) ? { [stamp]: at } : {}),
      ...step.columns,
      ...dealKeyAfter(to, row),
      ...(to === 'ended' ? { end_reason: step.why, ...this.keyAfter(step.why) } : {}),
      ...(GOES_ON.includes(verb) ? { ...UNDONE, active_key: await this.keyAgain(tx, row) } : {}),
      updated_at: this.clock.now(),
    };
    const names = Object.keys(columns);
    const changed = await execute(
      tx,
      `UPDATE referrals SET status = ?, ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ? AND status = ?`,
      [to, ...names.map((name) => columns[name]), row.id, row.status],
    );
    if (changed === 0) throw coded('referral.state-conflict');
    const moved = { ...row, ...columns, status: to } as ReferralRow;
    await writeReferralEvent(tx, row.id, at, eventOf(verb, to), step.actorId ?? null, {
      ...step.data,
      ...(step.why ? { why: step.why } : {}),
    });
    if (row.status === 'agreed') await this.jobs.cancel(tx, referralSubject(row.id), PROTECTION_EXPIRY);
    await this.events.publish(
      tx,
      ReferralMoved,
      {
        referralId: row.id,
        projectId: row.project_id,
        referrerId: row.referrer_id,
        friendId: moved.friend_id,
        from: row.status,
        to,
        at,
        dealAmount: moved.deal_amount,
        why: to === 'ended' ? (step.why ?? null) : null,
      },
      referralSubject(row.id),
    );
    const note = step.note ?? (step.why ? REFERRAL_END_REASONS[step.why] : '点击查看推荐进度');
    await this.messages.toReferrer(tx, moved, { status: REFERRAL_STATUS_LABELS[to], at, note });
    return moved;
  }

  /** The friend is held again, unless the same person has registered them anew meanwhile. */
  private async keyAgain(tx: EntityManager, { id, project_id, referrer_id, phone_index }: ReferralRow): Promise<string | null> {
    const key = activeKey(project_id, referrer_id, phone_index);
    const others = await select<{ id: string }>(tx, 'SELECT id FROM referrals WHERE active_key = ? AND id <> ?', [key, id]);
    return others.length === 0 ? key : null;
  }

  private keyAfter(why: ReferralEndReason | undefined): Record<string, unknown> {
    return why && REGISTRABLE_AGAIN.includes(why) ? { active_key: null } : {};
  }
}

/** The friend's one deal: taken by the signing, let go by the end. */
const dealKeyAfter = (to: ReferralStatus, { project_id, friend_id }: ReferralRow): Record<string, unknown> =>
  to === 'signed' ? { deal_key: `${project_id}:${friend_id}` } : to === 'ended' ? { deal_key: null } : {};

const eventOf = (verb: ReferralVerb, to: ReferralStatus): ReferralEventType =>
  GOES_ON.includes(verb) ? 'reinstated' : (to as ReferralEventType);
