import { maskName } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { Notifier } from '../../../platform/notifier/notifier';
import { ProjectQueries } from '../../registers/project';
import { StaffQueries } from '../../registers/staff';
import { askPage, type ReferralRow, referralSubject, referrerPage } from './referral.rows';

/** What is told about referrals: every stage to the referrer, the question to the friend, what needs a person to the managers. */
@Injectable()
export class ReferralMessages {
  constructor(
    private readonly notifier: Notifier,
    private readonly cipher: FieldCipher,
    private readonly projects: ProjectQueries,
    private readonly staff: StaffQueries,
  ) {}

  /** `status` is at most five characters, `note` at most twenty. */
  async toReferrer(tx: EntityManager, row: ReferralRow, step: { status: string; at: number; note: string }): Promise<void> {
    await this.notifier.notify(tx, {
      recipient: { customerId: row.referrer_id },
      intent: 'referral-progress',
      facts: { friend: this.friendMasked(row), project: await this.projectName(row.project_id), ...step },
      page: referrerPage(row.id),
      subject: referralSubject(row.id),
    });
  }

  /** The friend is a customer already: the question comes by itself too. */
  async toFriend(tx: EntityManager, row: ReferralRow, friendId: string, code: string, referrerName: string): Promise<void> {
    await this.notifier.notify(tx, {
      recipient: { customerId: friendId },
      intent: 'referral-ask',
      facts: {
        referrer: referrerName,
        project: await this.projectName(row.project_id),
        askedAt: row.registered_at,
        hint: '同意后置业顾问才会与您联系',
      },
      page: askPage(code),
      subject: referralSubject(row.id),
    });
  }

  /** To every manager of the project but those left out. `what` and `hint` at most twenty characters. */
  async toManagers(
    tx: EntityManager,
    about: { projectId: string; subject: string; page: string },
    facts: { what: string; at: number; hint: string },
  ): Promise<void> {
    const [managers, project] = await Promise.all([this.staff.managersOf(about.projectId, tx), this.projectName(about.projectId)]);
    await this.notifier.notify(
      tx,
      ...managers.map((staffId) => ({
        recipient: { staffId },
        intent: 'referral-review',
        facts: { project, ...facts },
        page: about.page,
        subject: about.subject,
      })),
    );
  }

  friendMasked(row: Pick<ReferralRow, 'friend_sealed'>): string {
    return maskName(this.cipher.decrypt(row.friend_sealed));
  }

  private async projectName(id: string): Promise<string> {
    return (await this.projects.names([id])).get(id) ?? '';
  }
}
