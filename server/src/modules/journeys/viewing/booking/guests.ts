import type { ViewingPlan } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../../platform/http/actor';
import { coded, refusedField } from '../../../../platform/http/coded-error';
import { CustomerRegister } from '../../../registers/customer';
import { HomeRegister } from '../../../registers/home';
import { vouchedCustomer } from '../own-visits';
import { comesAsGuest, isShownTo } from './guest.policy';

type Offered = Pick<ViewingPlan, 'projectId' | 'kind' | 'audience'>;

/** Owners among those who book: what they are shown, and that a dinner is no interest in a flat (K8). */
@Injectable()
export class Guests {
  constructor(
    private readonly homes: HomeRegister,
    private readonly customers: CustomerRegister,
  ) {}

  async ownsAt(actor: Actor | null, projectId: string, tx?: EntityManager): Promise<boolean> {
    const owned = await this.homes.ownedBy(actor && vouchedCustomer(actor), tx);
    return owned.some((home) => home.projectId === projectId);
  }

  /** @throws CodedError `viewing.slot-unknown` for what is not for them, as for a slot that never was */
  async admit(actor: Actor, plan: Offered): Promise<void> {
    if (plan.audience === 'everybody') return;
    if (!isShownTo(plan, { ownsHere: await this.ownsAt(actor, plan.projectId) })) throw coded('viewing.slot-unknown');
  }

  /**
   * The owner who comes as a guest, for whom no lead is opened; null for everybody else.
   * @param phone E.164, as it was given with the form
   * @throws CodedError `phone.invalid` for somebody else's number at what is for owners
   */
  async guest(tx: EntityManager, actor: Actor, plan: Offered, phone: string): Promise<string | null> {
    const customerId = vouchedCustomer(actor);
    const ownsHere = await this.ownsAt(actor, plan.projectId, tx);
    const byOwnNumber = customerId !== null && (await this.customers.idByPhone(phone, tx)) === customerId;
    if (comesAsGuest(plan, { ownsHere, byOwnNumber })) return customerId;
    if (plan.audience === 'owners') throw refusedField('phone.invalid', 'phone', 'bound', '业主活动请用您绑定的手机号报名');
    return null;
  }
}
