import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/columns';
import { Database, execute, insertRows, isDuplicate } from '../../../platform/database/database';
import { Account, Follower } from './account.entity';

/** How one person can be reached inside WeChat now. */
export interface Reach {
  accountId: string;
  mpOpenid: string;
  oaOpenid: string | null;
  followsOfficialAccount: boolean;
}

/** WeChat users, and which customer or colleague each of them is. */
@Injectable()
export class Accounts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The account of a mini-program openid, made at its first login and joined with its follower by unionid. */
  async signIn(tx: EntityManager, openid: string, unionid: string | null): Promise<Account> {
    const known = await tx.findOneBy(Account, { mpOpenid: openid });
    const account = known ?? (await this.create(tx, openid, unionid));
    const changes: Partial<Account> = { lastSeenAt: this.clock.now() };
    if (unionid && account.unionid !== unionid) changes.unionid = unionid;
    if (unionid && !account.oaOpenid) {
      const follower = await tx.findOneBy(Follower, { unionid });
      if (follower) Object.assign(changes, { oaOpenid: follower.id, followsOfficialAccount: follower.following });
    }
    await tx.update(Account, { id: account.id }, changes);
    return Object.assign(account, changes);
  }

  /** WeChat vouched for the number: whoever only typed it before lets go of this customer. */
  async bindCustomer(tx: EntityManager, accountId: string, customerId: string): Promise<void> {
    await execute(tx, 'UPDATE accounts SET customer_id = NULL WHERE customer_id = ? AND phone_verified = ? AND id <> ?', [
      customerId,
      0,
      accountId,
    ]);
    await execute(tx, 'UPDATE accounts SET customer_id = ?, phone_verified = ? WHERE id = ?', [customerId, 1, accountId]);
  }

  async bindStaff(tx: EntityManager, accountId: string, staffId: string): Promise<void> {
    await execute(tx, 'UPDATE accounts SET staff_id = ? WHERE id = ?', [staffId, accountId]);
  }

  /** A typed number made a new customer: nobody else's records hang on it, so the sender may see their own. */
  async adopt(tx: EntityManager, accountId: string, customerId: string): Promise<void> {
    await execute(tx, 'UPDATE accounts SET customer_id = ? WHERE id = ? AND customer_id IS NULL', [customerId, accountId]);
  }

  async byId(id: string): Promise<Account | null> {
    return this.database.manager.findOneBy(Account, { id });
  }

  async reachOf(person: { staffId: string } | { customerId: string }): Promise<Reach[]> {
    const where = 'staffId' in person ? { staffId: person.staffId } : { customerId: person.customerId };
    const accounts = await this.database.manager.find(Account, { where, order: { lastSeenAt: 'DESC' } });
    return accounts.map(toReach);
  }

  async byMpOpenid(openid: string): Promise<Reach | null> {
    const account = await this.database.manager.findOneBy(Account, { mpOpenid: openid });
    return account ? toReach(account) : null;
  }

  /** Somebody followed or left the official account; joined to their account when the unionid tells who it is. */
  async setFollowing(oaOpenid: string, unionid: string | null, following: boolean): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const changed = await execute(tx, 'UPDATE followers SET following = ?, updated_at = ?, unionid = COALESCE(?, unionid) WHERE id = ?', [
        following ? 1 : 0,
        now,
        unionid,
        oaOpenid,
      ]);
      if (changed === 0 && !(await tx.existsBy(Follower, { id: oaOpenid }))) {
        await insertRows(tx, 'followers', [{ id: oaOpenid, unionid, following, updated_at: now }]);
      }
      await execute(tx, 'UPDATE accounts SET follows_official_account = ? WHERE oa_openid = ?', [following ? 1 : 0, oaOpenid]);
      if (unionid) {
        await execute(tx, 'UPDATE accounts SET oa_openid = ?, follows_official_account = ? WHERE unionid = ? AND oa_openid IS NULL', [
          oaOpenid,
          following ? 1 : 0,
          unionid,
        ]);
      }
    });
  }

  private async create(tx: EntityManager, openid: string, unionid: string | null): Promise<Account> {
    const now = this.clock.now();
    try {
      await insertRows(tx, 'accounts', [
        {
          id: newId(),
          mp_openid: openid,
          unionid,
          follows_official_account: false,
          phone_verified: false,
          created_at: now,
          last_seen_at: now,
        },
      ]);
    } catch (error) {
      if (!isDuplicate(error)) throw error; // two logins of one user at once: the other one made it
    }
    return tx.findOneByOrFail(Account, { mpOpenid: openid });
  }
}

const toReach = (a: Account): Reach => ({
  accountId: a.id,
  mpOpenid: a.mpOpenid,
  oaOpenid: a.oaOpenid,
  followsOfficialAccount: a.followsOfficialAccount,
});
