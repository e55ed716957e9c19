import { Inject, Injectable } from '@nestjs/common';
import { type Follower, WECHAT, type WechatPort } from '../../../../integrations/wechat/wechat.port';
import { Accounts } from '../../../registers/identity';

const PAGE = 100;

/** Learns who follows the official account already, and whose callback was lost. */
@Injectable()
export class FollowerBackfill {
  constructor(
    private readonly accounts: Accounts,
    @Inject(WECHAT) private readonly wechat: WechatPort,
  ) {}

  /** Walks all followers; writes only what is news. Answers how many were. */
  async run(): Promise<number> {
    let news = 0;
    let page: Follower[] = [];
    const settle = async () => {
      for (const { openid, unionid } of await this.accounts.unknownAmong(page)) {
        await this.accounts.setFollowing(openid, unionid, true);
        news += 1;
      }
      page = [];
    };
    for await (const follower of this.wechat.followers()) {
      if (follower.subscribed) page.push(follower);
      if (page.length === PAGE) await settle();
    }
    await settle();
    return news;
  }
}
