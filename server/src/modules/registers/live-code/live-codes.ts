import { randomInt } from 'node:crypto';
import type { LiveCodeKind, LiveCodeState } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/columns';
import { Database, execute, insertRows, select } from '../../../platform/database/database';
import { newCode, readCode, stateOf } from './live-code.policy';
import { instantOf, type LiveCodeRow, lifeOf } from './live-code.rows';

/** Where somebody comes from who was recommended, unless the project says otherwise. */
export const REFERRAL_CHANNEL = 'referral.owner';

/** What a code stands for, and whether it still does. */
export interface StandsFor {
  id: string;
  code: string;
  kind: LiveCodeKind;
  state: Exclude<LiveCodeState, 'unknown'>;
  projectId: string;
  channelCode: string | null;
  /** Whose, for an agent's code. */
  staffId: string | null;
  /** Who recommends, for a referral's. */
  customerId: string | null;
  /** Epoch ms. */
  expiresAt: number | null;
}

/** A few of the million billion codes may be taken; then the next one is drawn. */
const TRIES = 5;

/** Codes as journeys use them: what they stand for, and who recommends by which. */
@Injectable()
export class LiveCodes {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What this stands for; null for a code that was never given out, however it was written. Never throws for odd characters. */
  async read(typed: string, tx: EntityManager = this.database.manager): Promise<StandsFor | null> {
    const code = readCode(typed);
    if (!code) return null;
    const [row] = await select<LiveCodeRow>(tx, 'SELECT * FROM live_codes WHERE code = ?', [code]);
    return row ? this.standsFor(row) : null;
  }

  async byId(id: string, tx: EntityManager = this.database.manager): Promise<StandsFor | null> {
    const [row] = await select<LiveCodeRow>(tx, 'SELECT * FROM live_codes WHERE id = ?', [id]);
    return row ? this.standsFor(row) : null;
  }

  /** The one code by which this person recommends this project, made at the first asking; the same for all who ask at once. */
  async codeOf(wanted: { kind: 'referral'; projectId: string; customerId: string }, within?: EntityManager): Promise<StandsFor> {
    if (within) return this.ensure(within, wanted);
    const [known] = await this.database.rows<LiveCodeRow>('SELECT * FROM live_codes WHERE referral_key = ?', [referralKeyOf(wanted)]);
    return known ? this.standsFor(known) : this.database.transaction((tx) => this.ensure(tx, wanted));
  }

  /** Leads were opened by these codes; one that brought several is named as often. */
  async countLeads(tx: EntityManager, codeIds: readonly string[]): Promise<void> {
    // In one order, so that two batches never wait for each other.
    for (const id of [...new Set(codeIds)].sort()) {
      await execute(tx, 'UPDATE live_codes SET leads = leads + ? WHERE id = ?', [codeIds.filter((other) => other === id).length, id]);
    }
  }

  private async ensure(tx: EntityManager, wanted: { kind: 'referral'; projectId: string; customerId: string }): Promise<StandsFor> {
    const lock = this.database.dialect === 'sqlite' ? '' : ' FOR UPDATE';
    for (let attempt = 1; ; attempt++) {
      const row = {
        id: newId(),
        code: newCode(randomInt),
        kind: wanted.kind,
        project_id: wanted.projectId,
        channel_code: REFERRAL_CHANNEL,
        customer_id: wanted.customerId,
        referral_key: referralKeyOf(wanted),
        label: '好友推荐',
        created_at: this.clock.now(),
      };
      await insertRows(tx, 'live_codes', [row], { unlessThere: 'referral_key' });
      const [found] = await select<LiveCodeRow>(tx, `SELECT * FROM live_codes WHERE referral_key = ?${lock}`, [referralKeyOf(wanted)]);
      if (found) return this.standsFor(found);
      if (attempt >= TRIES) throw new Error('no free live code was drawn');
    }
  }

  private standsFor(row: LiveCodeRow): StandsFor {
    return {
      id: row.id,
      code: row.code,
      kind: row.kind,
      state: stateOf(lifeOf(row), this.clock.now()),
      projectId: row.project_id,
      channelCode: row.channel_code,
      staffId: row.staff_id,
      customerId: row.customer_id,
      expiresAt: instantOf(row.expires_at),
    };
  }
}

/** One code of one person for one project. */
export const referralKeyOf = ({ projectId, customerId }: { projectId: string; customerId: string }): string => `${projectId}:${customerId}`;
