import { REWARD_STATUS_LABELS, sayReward } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { Notifier } from '../../../platform/notifier/notifier';
import { CustomerRegister } from '../../registers/customer';
import { ProjectQueries } from '../../registers/project';
import { StaffQueries } from '../../registers/staff';
import { type RewardRow, rewardSubject } from './reward.rows';

const MY_REWARDS = 'subpackages/referral/pages/rewards/index';
const STAFF_REWARDS = 'subpackages/growth/pages/rewards/index';

/** Every step of a reward tells the person; what waits for a colleague tells those who may do it. */
@Injectable()
export class RewardMessages {
  constructor(
    private readonly notifier: Notifier,
    private readonly clock: Clock,
    private readonly projects: ProjectQueries,
    private readonly customers: CustomerRegister,
    private readonly staff: StaffQueries,
  ) {}

  async tellPerson(tx: EntityManager, reward: RewardRow, note: string): Promise<void> {
    await this.notifier.notify(tx, {
      recipient: { customerId: reward.person_id },
      intent: 'reward-changed',
      facts: {
        reward: sayReward(reward.form, reward.amount),
        project: await this.nameOf(reward.project_id),
        status: REWARD_STATUS_LABELS[reward.status],
        at: this.clock.now(),
        note,
      },
      page: MY_REWARDS,
      subject: rewardSubject(reward.id),
    });
  }

  /** Due: a manager decides. Approved: finance pays. */
  async tellDesk(tx: EntityManager, reward: RewardRow): Promise<void> {
    const [what, people] =
      reward.status === 'due'
        ? ['奖励待审核', await this.staff.managersOf(reward.project_id, tx)]
        : ['奖励待发放', await this.staff.financeOf(reward.project_id, tx)];
    const person = (await this.customers.briefs([reward.person_id], tx)).get(reward.person_id);
    const facts = {
      what,
      person: person?.name ?? '客户',
      reward: sayReward(reward.form, reward.amount),
      at: this.clock.now(),
      hint: reward.status === 'due' ? '请核对判客结果后审核' : '请发放后登记凭证号',
    };
    await this.notifier.notify(
      tx,
      ...people.map((staffId) => ({
        recipient: { staffId },
        intent: 'reward-waiting',
        facts,
        page: STAFF_REWARDS,
        subject: rewardSubject(reward.id),
      })),
    );
  }

  /** Quiet: it is found among the messages, and takes no permission to be told of anything else. */
  async tellGranted(
    tx: EntityManager,
    { personId, projectId, points, kept, what }: { personId: string; projectId: string; points: number; kept: number; what: string },
  ): Promise<void> {
    const project = await this.nameOf(projectId);
    await this.notifier.notify(tx, {
      recipient: { customerId: personId },
      intent: 'points-earned',
      facts: {
        points: sayReward('points', points),
        what,
        project,
        at: this.clock.now(),
        note: kept > 0 ? `其中 ${kept} 分抵扣待追回` : '可在积分商城兑换礼品',
      },
      page: MY_REWARDS,
      subject: `customer:${personId}`,
    });
  }

  async tellLapsing(tx: EntityManager, personId: string, facts: { points: string; lastDay: number; hint: string }): Promise<void> {
    await this.notifier.notify(tx, {
      recipient: { customerId: personId },
      intent: 'points-lapsing',
      facts,
      page: MY_REWARDS,
      subject: `customer:${personId}`,
    });
  }

  async tellRedemption(
    tx: EntityManager,
    redemption: { id: string; person_id: string; project_id: string; title: string },
    step: { status: string; note: string },
  ): Promise<void> {
    await this.notifier.notify(tx, {
      recipient: { customerId: redemption.person_id },
      intent: 'redemption-changed',
      facts: { item: redemption.title, project: await this.nameOf(redemption.project_id), at: this.clock.now(), ...step },
      page: 'subpackages/referral/pages/redemptions/index',
      subject: `redemption:${redemption.id}`,
    });
  }

  private async nameOf(projectId: string): Promise<string> {
    return (await this.projects.find(projectId))?.name ?? '';
  }
}
