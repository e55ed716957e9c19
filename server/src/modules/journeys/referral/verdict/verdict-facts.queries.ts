import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CustomerRegister } from '../../../registers/customer';
import { HomeRegister } from '../../../registers/home';
import { LiveCodes, REFERRAL_CHANNEL } from '../../../registers/live-code';
import { ChannelDirectory, UNRECOGNISED_CHANNEL } from '../../../registers/project';
import { StaffQueries } from '../../../registers/staff';
import { type FollowUpRecord, LeadHistory, type TouchRecord } from '../../lead';
import { VisitHistory, type VisitRecord } from '../../viewing';
import { type ReferralRow, referralsWhere } from '../referral.rows';
import { politeName } from '../registration/registration.policy';
import { ReferrerTies } from './referrer-ties.queries';
import type { ClaimFact, ContactFact, RecordField, VerdictFacts } from './verdict-facts';

/** Of whom and of where is judged. */
export interface Subject {
  projectId: string;
  customerId: string;
}

/** Gathers what a verdict rests on: from leads, visits, homes and the referrals themselves. */
@Injectable()
export class VerdictFactsQueries {
  constructor(
    private readonly leads: LeadHistory,
    private readonly visits: VisitHistory,
    private readonly homes: HomeRegister,
    private readonly customers: CustomerRegister,
    private readonly channels: ChannelDirectory,
    private readonly staff: StaffQueries,
    private readonly ties: ReferrerTies,
    private readonly codes: LiveCodes,
  ) {}

  /** What is known at `asOf`; a decided appeal is added by the caller. */
  async of(tx: EntityManager, { projectId, customerId }: Subject, asOf: number): Promise<VerdictFacts> {
    const household = await this.homes.housemates(customerId, tx);
    const people = [customerId, ...household];
    const touches = await this.leads.touches(projectId, people, tx);
    const followUps = await this.leads.followUps(projectId, people, tx);
    const visits = await this.visits.of(projectId, people, tx);
    const referrals = await referralsWhere(tx, 'r.friend_id = ? AND r.project_id = ? ORDER BY r.id', [customerId, projectId]);
    const own = touches.find((t) => t.customerId === customerId);
    const claims = [
      ...(await this.touchClaims(tx, touches, customerId, referrals)),
      ...(await Promise.all(referrals.map((row) => this.referralClaim(tx, row, own)))),
    ];
    return {
      asOf,
      claims,
      contacts: await this.contactsOf(tx, followUps, visits, customerId),
      dealAt: await this.dealAt(tx, { projectId, customerId }, referrals),
      decided: null,
    };
  }

  /** Before the friend's yes nothing else of them is looked at: they are nobody's customer through this. */
  async ofUnanswered(tx: EntityManager, row: ReferralRow, asOf: number): Promise<VerdictFacts> {
    return { asOf, claims: [await this.referralClaim(tx, row, undefined)], contacts: [], dealAt: null, decided: null };
  }

  private async dealAt(tx: EntityManager, { projectId, customerId }: Subject, referrals: readonly ReferralRow[]): Promise<number | null> {
    // Of a referral that ended, by the cancelled deal or because an appeal took the deal from it, the date is history.
    const signed = referrals.flatMap((row) => (row.signed_at !== null && row.status !== 'ended' ? [row.signed_at] : []));
    return signed.length > 0 ? Math.min(...signed) : this.leads.wonAt(projectId, customerId, tx);
  }

  /** A touch under the channel of referrals is the arrival of a referred friend: its claim is the referral's own. */
  private async touchClaims(
    tx: EntityManager,
    touches: readonly TouchRecord[],
    customerId: string,
    referrals: readonly ReferralRow[],
  ): Promise<ClaimFact[]> {
    const referred = referrals.some((row) => row.agreed_at !== null);
    const counted = touches.filter((t) => !(referred && t.channelCode === REFERRAL_CHANNEL));
    return Promise.all(
      counted.map(async (touch): Promise<ClaimFact> => {
        const channel = await this.channels.find(touch.channelCode);
        const agent = await this.agentOf(tx, touch.liveCodeId);
        return {
          key: `touch:${touch.id}`,
          ...nameOf(touch, agent, channel?.name),
          at: touch.at,
          how: touch.channelCode === 'walk-in.visit' ? 'visit' : 'call-in',
          filled: filledOf(touch, touch.channelCode !== UNRECOGNISED_CHANNEL),
          household: touch.customerId !== customerId,
          referral: null,
        };
      }),
    );
  }

  /** Whose own code brought the customer. */
  private async agentOf(tx: EntityManager, liveCodeId: string | null): Promise<string | null> {
    const code = liveCodeId ? await this.codes.byId(liveCodeId, tx) : null;
    if (code?.kind !== 'agent' || !code.staffId) return null;
    return (await this.staff.byIds([code.staffId], tx)).get(code.staffId)?.name ?? null;
  }

  private async referralClaim(tx: EntityManager, row: ReferralRow, file: TouchRecord | undefined): Promise<ClaimFact> {
    const [ties, briefs] = await Promise.all([this.ties.of(row, tx), this.customers.briefs([row.referrer_id], tx)]);
    const { self, staff, circular, household } = ties;
    return {
      key: `referral:${row.id}`,
      kind: 'referral',
      label: `${politeName(briefs.get(row.referrer_id))}的推荐`,
      at: row.registered_at,
      how: 'referral',
      filled: [...new Set<RecordField>(['name', 'phone', 'channel', ...(file ? filledOf(file, true) : [])])],
      household: false,
      referral: {
        agreedAt: row.agreed_at,
        promisedUntil: row.protected_until,
        ended: row.end_reason,
        referrer: { self, staff, circular, household },
      },
    };
  }

  private async contactsOf(
    tx: EntityManager,
    followUps: readonly FollowUpRecord[],
    visits: readonly VisitRecord[],
    customerId: string,
  ): Promise<ContactFact[]> {
    const ids = [...followUps.map((f) => f.staffId), ...visits.flatMap((v) => (v.hostId ? [v.hostId] : []))];
    const people = await this.staff.byIds([...new Set(ids)], tx);
    const nameOf = (id: string | null) => (id ? (people.get(id)?.name ?? '同事') : '接待同事');
    return [
      ...followUps.map((f) => ({
        at: f.at,
        kind: 'follow-up' as const,
        connected: f.connected,
        by: nameOf(f.staffId),
        household: f.customerId !== customerId,
      })),
      ...visits.map((v) => ({
        at: v.at,
        kind: 'visit' as const,
        connected: true,
        by: nameOf(v.hostId),
        household: v.customerId !== customerId,
      })),
    ];
  }
}

/**
 * What kind of record it is, as people read it. A line of an import is what a colleague says of the past: it claims from the instant at
 * which it was brought here, whatever day stands in the table, because nobody but them had seen it before.
 */
function nameOf(touch: TouchRecord, agent: string | null, channel: string | undefined): Pick<ClaimFact, 'kind' | 'label'> {
  if (agent) return { kind: 'agent', label: `置业顾问${agent}` };
  if (touch.imported) return { kind: 'import', label: `历史导入「${channel ?? touch.channelCode}」` };
  if (touch.channelRoot === 'walk-in') return { kind: 'walk-in', label: `自然到访「${channel ?? '到访'}」` };
  return { kind: 'channel', label: `渠道「${channel ?? touch.channelCode}」` };
}

function filledOf(touch: TouchRecord, channelKnown: boolean): RecordField[] {
  const filled: RecordField[] = ['phone'];
  if (touch.named) filled.push('name');
  if (touch.gender !== 'unknown') filled.push('gender');
  if (channelKnown) filled.push('channel');
  if (touch.hasArea) filled.push('area');
  if (touch.hasLayout) filled.push('layout');
  return filled;
}
