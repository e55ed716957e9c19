import { type ReferralLink, sceneOf } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import { CustomerRegister } from '../../../registers/customer';
import { LiveCodes } from '../../../registers/live-code';
import { ProjectQueries } from '../../../registers/project';
import { ReferralRegistrationService } from './referral-registration.service';
import { politeName } from './registration.policy';

/** A customer's own way to recommend a project; the same one however often it is asked for. */
@Injectable()
export class ReferralLinksService {
  constructor(
    private readonly registration: ReferralRegistrationService,
    private readonly customers: CustomerRegister,
    private readonly projects: ProjectQueries,
    private readonly codes: LiveCodes,
  ) {}

  /** @throws CodedError `referral.phone-required`, `project.not-found` */
  async linkOf(actor: Actor, projectId: string): Promise<ReferralLink> {
    const customerId = await this.registration.boundCustomer(actor);
    const project = await this.projects.find(projectId);
    if (!project?.active) throw coded('project.not-found');
    const { code } = await this.codes.codeOf({ kind: 'referral', projectId, customerId });
    const referrer = (await this.customers.briefs([customerId])).get(customerId);
    return {
      code,
      path: `subpackages/customer/pages/project/index?id=${projectId}&k=${code}`,
      scene: sceneOf(code),
      qrcodeUrl: `/api/live-codes/${code}/picture`,
      referrerName: politeName(referrer),
    };
  }
}
