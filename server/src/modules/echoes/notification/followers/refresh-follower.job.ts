import { Inject, Injectable } from '@nestjs/common';
import { WECHAT, type WechatPort, WechatRefused } from '../../../../integrations/wechat/wechat.port';
import { type ClaimedJob, type JobHandler, type JobOutcome, JobRegistry, PermanentJobError } from '../../../../platform/jobs/job-registry';
import { Accounts } from '../../../registers/identity';
import { REFRESH_FOLLOWER } from '../callbacks/notification.jobs';

type Payload = { openid: string };

/** Asks WeChat how it stands with a person now: events may come late and in any order, the answer is the truth. */
@Injectable()
export class RefreshFollowerJob implements JobHandler<Payload> {
  readonly kind = REFRESH_FOLLOWER;

  constructor(
    private readonly accounts: Accounts,
    @Inject(WECHAT) private readonly wechat: WechatPort,
    registry: JobRegistry,
  ) {
    registry.add(this);
  }

  async run({ payload }: ClaimedJob<Payload>): Promise<JobOutcome> {
    const follower = await this.wechat.userInfo(payload.openid).catch((error: unknown) => {
      throw error instanceof WechatRefused && !error.retryable ? new PermanentJobError(error.message) : error;
    });
    await this.accounts.setFollowing(follower.openid, follower.unionid, follower.subscribed);
    return 'done';
  }
}
