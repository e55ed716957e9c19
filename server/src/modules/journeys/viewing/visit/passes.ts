import { createHash, randomInt } from 'node:crypto';
import type { ViewingPass } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { newId } from '../../../../platform/database/columns';
import { Database, execute, insertRows, select } from '../../../../platform/database/database';
import type { Actor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import { vouchedCustomer } from '../own-visits';
import { viewingOf } from '../viewing.rows';
import { arrivalRefusal } from './arrival.policy';
import { Presence } from './presence';

const GOOD_FOR_MS = 5 * 60_000;
const LENGTH = 12;
/** No 0/O, 1/I/L: a guard may have to type it. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

const hashOf = (code: string): string => createHash('sha256').update(code.trim().toUpperCase()).digest('hex');

/** What a visitor shows at the door: good once, and for five minutes. We keep its hash. */
@Injectable()
export class Passes {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly presence: Presence,
  ) {}

  /** @throws CodedError `viewing.not-found` for somebody else's visit; `viewing.not-yet`, `viewing.state-conflict` */
  async give(actor: Actor, viewingId: string): Promise<ViewingPass> {
    const now = this.clock.now();
    const [raw] = await this.database.rows<Record<string, unknown>>(
      'SELECT * FROM viewings WHERE id = ? AND (customer_id = ? OR account_id = ?)',
      [viewingId, vouchedCustomer(actor) ?? '', actor.accountId],
    );
    const [visit] = raw ? await this.presence.among(actor, [viewingOf(raw)]) : [];
    if (!visit) throw coded('viewing.not-found');
    const refusal = arrivalRefusal(visit, now);
    if (refusal) throw coded(refusal.code, refusal.text);
    const code = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
    const row = { id: newId(), viewing_id: viewingId, code_hash: hashOf(code), expires_at: now + GOOD_FOR_MS, created_at: now };
    await this.database.transaction((tx) => insertRows(tx, 'viewing_passes', [row]));
    return { code, expiresAt: new Date(row.expires_at).toISOString() };
  }

  /**
   * Uses a pass up; of two scanners at one moment one wins.
   * @returns the id of its viewing
   * @throws CodedError `viewing.pass-invalid` for one that is used, over or made up
   */
  async spend(tx: EntityManager, code: string): Promise<string> {
    const now = this.clock.now();
    const hash = hashOf(code);
    const won = await execute(tx, 'UPDATE viewing_passes SET used_at = ? WHERE code_hash = ? AND used_at IS NULL AND expires_at > ?', [
      now,
      hash,
      now,
    ]);
    const [pass] =
      won > 0 ? await select<{ viewing_id: string }>(tx, 'SELECT viewing_id FROM viewing_passes WHERE code_hash = ?', [hash]) : [];
    if (!pass) throw coded('viewing.pass-invalid');
    return pass.viewing_id;
  }
}
