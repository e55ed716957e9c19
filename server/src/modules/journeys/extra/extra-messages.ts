import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { Notifier } from '../../../platform/notifier/notifier';
import { CustomerRegister } from '../../registers/customer';
import { ProjectQueries } from '../../registers/project';
import { StaffQueries } from '../../registers/staff';
import { type ExtraRow, extraSubject } from './extra.rows';

const INTERESTS = 'subpackages/growth/pages/extra-interests/index';

/** Interest is worth nothing while nobody knows of it: the named colleague hears, else customer relations. */
@Injectable()
export class ExtraMessages {
  constructor(
    private readonly notifier: Notifier,
    private readonly clock: Clock,
    private readonly customers: CustomerRegister,
    private readonly projects: ProjectQueries,
    private readonly staff: StaffQueries,
  ) {}

  async tellInterest(tx: EntityManager, { id, title, project_id, responsible_id }: ExtraRow, customerId: string): Promise<void> {
    const named = responsible_id === null ? null : (await this.staff.byIds([responsible_id], tx)).get(responsible_id);
    const people = named?.active ? [named.id] : await this.staff.relationsOf(project_id, tx);
    const facts = {
      extra: title,
      person: (await this.customers.briefs([customerId], tx)).get(customerId)?.name ?? '业主',
      project: (await this.projects.find(project_id))?.name ?? '',
      at: this.clock.now(),
      hint: '业主已同意电话介绍，请尽快联系',
    };
    await this.notifier.notify(
      tx,
      ...people.map((staffId) => ({
        recipient: { staffId },
        intent: 'extra-interest',
        facts,
        page: INTERESTS,
        subject: extraSubject(id),
      })),
    );
  }
}
