import { Injectable } from '@nestjs/common';
import { type EntityManager, type FindOptionsWhere, In, Not } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/columns';
import { Database, execute, insertRows, isDuplicate, select } from '../../../platform/database/database';
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
  async bindCustomer(tx: EntityManager, accountId: string, customerId: string, phoneIndex: string): Promise<void> {
    await execute(tx, 'UPDATE accounts SET customer_id = NULL WHERE customer_id = ? AND phone_verified = ? AND id <> ?', [
      customerId,
      0,
      accountId,
    ]);
    await execute(
      tx,
      `UPDATE accounts SET customer_id = ?, phone_verified = ?,
         vouched_index = (SELECT ? FROM customers c WHERE c.id = ? AND c.phone_index <> ?) WHERE id = ?`,
      [customerId, 1, phoneIndex, customerId, phoneIndex, accountId],
    );
  }

  /** Blind indices of the numbers that WeChat vouched for to any account of this customer. */
  async provedNumbers(customerId: string, tx: EntityManager = this.database.manager): Promise<string[]> {
    const rows = await select<{ phone_index: string }>(
      tx,
      `SELECT DISTINCT COALESCE(a.vouched_index, c.phone_index) AS phone_index FROM accounts a JOIN customers c ON c.id = a.customer_id
       WHERE a.customer_id = ? AND a.phone_verified = 1`,
      [customerId],
    );
    return rows.map((row) => row.phone_index);
  }

  /**
   * Somebody else gave the number that an account had only typed: whose it is nobody knows until WeChat vouches for it, and until
   * then what hangs on the number is not told to that account.
   * @returns whether anybody lost it
   */
  async dispute(tx: EntityManager, customerId: string, accountId: string): Promise<boolean> {
    const typed = await tx.findBy(Account, { customerId, phoneVerified: false, id: Not(accountId) });
    if (typed.length > 0) await tx.update(Account, { id: In(typed.map(({ id }) => id)), phoneVerified: false }, { customerId: null });
    return typed.length > 0;
  }

  /** Those of several customers whose number WeChat vouched for to somebody else than this account. */
  async vouchedElsewhere(
    accountId: string,
    customerIds: readonly string[],
    tx: EntityManager = this.database.manager,
  ): Promise<ReadonlySet<string>> {
    if (customerIds.length === 0) return new Set();
    const others = await tx.findBy(Account, { customerId: In([...new Set(customerIds)]), phoneVerified: true, id: Not(accountId) });
    return new Set(others.flatMap(({ customerId }) => customerId ?? []));
  }

  async bindStaff(tx: EntityManager, accountId: string, staffId: string): Promise<void> {
    await execute(tx, 'UPDATE accounts SET staff_id = ? WHERE id = ?', [staffId, accountId]);
  }

  /** A typed number made a new customer: nobody else's records hang on it, so the sender may see their own. */
  async adopt(tx: EntityManager, accountId: string, customerId: string): Promise<void> {
    await execute(tx, 'UPDATE accounts SET customer_id = ? WHERE id = ? AND customer_id IS NULL', [customerId, accountId]);
  }

  async byId(id: string, tx: EntityManager = this.database.manager): Promise<Account | null> {
    return tx.findOneBy(Account, { id });
  }

  /** How each of several people can be reached, last seen first, under `staff:<id>` or `customer:<id>`. */
  async reachesOf(staffIds: readonly string[], customerIds: readonly string[]): Promise<Map<string, Reach[]>> {
    const reaches = new Map<string, Reach[]>();
    const add = (key: string, account: Account) => reaches.set(key, [...(reaches.get(key) ?? []), toReach(account)]);
    const read = (where: FindOptionsWhere<Account>) =>
      this.database.manager.find(Account, { where, order: { lastSeenAt: 'DESC', id: 'DESC' } });
    const [colleagues, customers] = await Promise.all([
      staffIds.length > 0 ? read({ staffId: In([...staffIds]) }) : [],
      customerIds.length > 0 ? read({ customerId: In([...customerIds]) }) : [],
    ]);
    for (const account of colleagues) add(`staff:${account.staffId}`, account);
    for (const account of customers) add(`customer:${account.customerId}`, account);
    return reaches;
  }

  /** Whose openid this is at either app; null for a stranger. */
  async whoIs(openid: string): Promise<{ accountId: string; staffId: string | null; customerId: string | null } | null> {
    const account = await this.database.manager.findOneBy(Account, [{ mpOpenid: openid }, { oaOpenid: openid }]);
    return account && { accountId: account.id, staffId: account.staffId, customerId: account.customerId };
  }

  /** Those of a page of followers that are not yet known as such, or not under this unionid. */
  async unknownAmong<F extends { openid: string; unionid: string | null }>(followers: readonly F[]): Promise<F[]> {
    const known = await this.database.manager.findBy(Follower, { id: In(followers.map((f) => f.openid)), following: true });
    const unionids = new Map(known.map((f) => [f.id, f.unionid]));
    return followers.filter((f) => !unionids.has(f.openid) || (f.unionid !== null && unionids.get(f.openid) !== f.unionid));
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
