import { beijingDate, type WarrantyPreview, warrantyVerdict } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import type { Actor } from '../../../../platform/http/actor';
import { coded, refusedField } from '../../../../platform/http/coded-error';
import { HomeRegister } from '../../../registers/home';
import { CategoryQueries } from '../category.queries';

/** Inside or outside warranty (rule 106), told before anything is sent; what an order keeps is calculated by the same rule. */
@Injectable()
export class WarrantyQueries {
  constructor(
    private readonly clock: Clock,
    private readonly homes: HomeRegister,
    private readonly categories: CategoryQueries,
  ) {}

  /** @throws CodedError `home.not-yours`, `category.unknown` */
  async preview(actor: Actor, unitId: string, categoryId: string): Promise<WarrantyPreview> {
    if (!(await this.homes.homeOf(actor.customerId, unitId))) throw coded('home.not-yours');
    const category = await this.categories.find(categoryId);
    if (!category) throw refusedField('category.unknown', 'category', 'unknown', '没有这个类别，请重新选择');
    const part = category.kind === 'repair' ? category.part : null;
    return warrantyVerdict(part, await this.homes.deliveredOn(unitId), beijingDate(this.clock.now()));
  }
}
