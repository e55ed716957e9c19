import type { HomeClaim, HomeView, Page } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { Database, execute, insertRows, select } from '../../../platform/database/database';
import type { Actor } from '../../../platform/http/actor';
import { CodedError, coded, refusedField } from '../../../platform/http/coded-error';
import { CLAIMS } from './home.policy';
import { HomeQueries } from './home.queries';
import { HomeBindingService } from './home-binding.service';
import { HomeInvitationService } from './home-invitation.service';

/** How people come to their homes. */
@Injectable()
export class HomeClaimService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly binding: HomeBindingService,
    private readonly invitations: HomeInvitationService,
    private readonly homes: HomeQueries,
  ) {}

  /** The homes of whoever asks, after binding what is registered under their phone; none for a phone that was only typed. */
  async mine(actor: Actor): Promise<Page<HomeView>> {
    const customerId = await this.binding.verifiedCustomer(actor);
    if (customerId === null) return { items: [], nextCursor: null };
    await this.binding.bind(customerId);
    return { items: await this.homes.of(customerId), nextCursor: null };
  }

  /**
   * Claims a home by the phone, or by an invitation.
   * @throws CodedError `home.phone-required`; `request.too-many` after five claims within ten minutes; `home.not-matched` in one and the
   * same way for the home of others, an empty one and one that does not exist; `home.invitation-invalid`, `home.already-yours`
   */
  async claim(actor: Actor, claim: HomeClaim): Promise<HomeView> {
    const [unitId, code] = [claim.unitId ?? null, claim.invitationCode ?? null];
    if ((unitId === null) === (code === null)) throw refusedField('request.invalid', 'unitId', 'one', '请选择一套房屋，或使用一份邀请');
    const customerId = await this.binding.requireVerified(actor);
    await this.database.transaction((tx) => this.count(tx, actor.accountId));
    if (code !== null) {
      return this.database.useCase(async (tx) => this.homes.one(customerId, await this.invitations.accept(tx, customerId, code), tx));
    }
    await this.binding.bind(customerId);
    return this.byPhone(actor, customerId, unitId as string);
  }

  private async byPhone(actor: Actor, customerId: string, unitId: string): Promise<HomeView> {
    try {
      return await this.database.useCase((tx) => this.homes.one(customerId, unitId, tx));
    } catch (error) {
      if (!(error instanceof CodedError && error.code === 'home.not-yours')) throw error;
      await this.database.transaction((tx) => this.audit.record(tx, actor.accountId, 'home.claim-refused', `unit:${unitId}`));
      throw coded('home.not-matched');
    }
  }

  /** Counts one more claim of this person, which the statement allows or not. */
  private async count(tx: EntityManager, accountId: string): Promise<void> {
    const now = this.clock.now();
    await insertRows(tx, 'home_claim_counts', [{ account_id: accountId, window_from: now, claims: 0 }], { unlessThere: 'account_id' });
    await execute(tx, 'UPDATE home_claim_counts SET window_from = ?, claims = 0 WHERE account_id = ? AND window_from <= ?', [
      now,
      accountId,
      now - CLAIMS.windowMs,
    ]);
    const counted = await execute(tx, 'UPDATE home_claim_counts SET claims = claims + 1 WHERE account_id = ? AND claims < ?', [
      accountId,
      CLAIMS.most,
    ]);
    if (counted > 0) return;
    const [row] = await select<{ window_from: number | string }>(tx, 'SELECT window_from FROM home_claim_counts WHERE account_id = ?', [
      accountId,
    ]);
    const waitMs = Number(row?.window_from ?? now) + CLAIMS.windowMs - now;
    throw new CodedError('request.too-many', undefined, undefined, Math.max(1, Math.ceil(waitMs / 1000)));
  }
}
