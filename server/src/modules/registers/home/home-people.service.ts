import type { HomeView } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { Database, execute, select } from '../../../platform/database/database';
import type { Actor } from '../../../platform/http/actor';
import { coded } from '../../../platform/http/coded-error';
import { HomeQueries } from './home.queries';
import { HomeRegister } from './home.register';
import { HomeBindingService } from './home-binding.service';

/** Owners decide who else is somebody of their home. */
@Injectable()
export class HomePeopleService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly binding: HomeBindingService,
    private readonly register: HomeRegister,
    private readonly homes: HomeQueries,
  ) {}

  /**
   * Ends what somebody may do and see here, at once.
   * @throws CodedError `home.not-yours`; `home.person-not-found`, also for somebody who has left; `home.owner-by-list` for an owner
   */
  async remove(actor: Actor, unitId: string, residentId: string): Promise<HomeView> {
    const customerId = await this.binding.requireVerified(actor);
    return this.database.useCase(async (tx) => {
      await this.register.require(customerId, unitId, 'invite', tx);
      const now = this.clock.now();
      const removed = await execute(
        tx,
        `UPDATE residents SET ended_at = ?, active_key = NULL WHERE id = ? AND unit_id = ? AND role <> 'owner' AND ended_at IS NULL`,
        [now, residentId, unitId],
      );
      if (removed === 0) {
        const [owner] = await select(tx, `SELECT id FROM residents WHERE id = ? AND unit_id = ? AND role = 'owner' AND ended_at IS NULL`, [
          residentId,
          unitId,
        ]);
        throw coded(owner ? 'home.owner-by-list' : 'home.person-not-found');
      }
      await this.audit.record(tx, customerId, 'home.person-removed', `unit:${unitId}`, { residentId });
      return this.homes.one(customerId, unitId, tx);
    });
  }
}
