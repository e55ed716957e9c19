import type { TourTick } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { Database, execute } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import { afterTick } from './tour.policy';
import { ViewingAccess } from './viewing-access';

/** What a visitor has been shown, ticked while they walk (F5). */
@Injectable()
export class TourService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: ViewingAccess,
  ) {}

  /**
   * Twice is as good as once.
   * @throws CodedError `viewing.not-found`, `permission.denied` for who neither received nor leads, `viewing.state-conflict` for a
   * visitor who is not there, or whose visit is written down
   */
  async tick(actor: StaffActor, id: string, { stop, shown }: TourTick): Promise<{ id: string }> {
    const scope = await this.access.wide(actor);
    return this.database.useCase(async (tx) => {
      const visit = await this.access.take(tx, scope, id);
      if (visit.host_id !== actor.staffId && !this.access.decides(actor)) throw coded('permission.denied');
      if (visit.status !== 'checked-in') throw coded('viewing.state-conflict');
      const now = this.clock.now();
      const tour = afterTick(visit.tour, { stop, at: now, by: actor.staffId }, shown);
      await execute(tx, 'UPDATE viewings SET tour = ?, updated_at = ? WHERE id = ?', [JSON.stringify(tour), now, id]);
      return { id };
    });
  }
}
