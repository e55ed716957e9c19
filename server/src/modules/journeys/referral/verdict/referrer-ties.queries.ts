import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, marks, select } from '../../../../platform/database/database';
import { CustomerNumbers } from '../../../registers/customer';
import { HomeRegister } from '../../../registers/home';
import { Accounts } from '../../../registers/identity';
import { StaffQueries } from '../../../registers/staff';
import type { ReferralRow } from '../referral.rows';
import type { ReferrerFact } from './verdict-facts';

/** Longer rounds of recommending are no longer anybody's plan. */
const LONGEST_ROUND = 6;
const MOST_PEOPLE = 500;

export interface Ties extends ReferrerFact {
  /** The colleague that the referrer is. */
  staffName: string | null;
  /** Customers of the round, from the friend back to the referrer; empty when there is none. */
  round: string[];
}

/** What a referrer is to us and to the friend, besides a referrer. */
@Injectable()
export class ReferrerTies {
  constructor(
    private readonly database: Database,
    private readonly numbers: CustomerNumbers,
    private readonly accounts: Accounts,
    private readonly homes: HomeRegister,
    private readonly staff: StaffQueries,
  ) {}

  async of(row: ReferralRow, tx: EntityManager = this.database.manager): Promise<Ties> {
    const friend = row.friend_id;
    const [staffName, self, household, round] = await Promise.all([
      this.staffNameOf(tx, row.referrer_id),
      this.isSelf(tx, row),
      friend ? this.homes.housemates(row.referrer_id, tx).then((people) => people.includes(friend)) : false,
      friend ? this.round(tx, friend, row.referrer_id) : [],
    ]);
    return { self, staff: staffName !== null, staffName, household, circular: round.length > 0, round };
  }

  private async staffNameOf(tx: EntityManager, customerId: string): Promise<string | null> {
    for (const index of await this.numbers.indicesOf(customerId, tx)) {
      const colleague = await this.staff.idByPhoneIndex(index, tx);
      if (colleague) return colleague.name;
    }
    return null;
  }

  /** Another number, but the same hand: the friend answered from the referrer's own WeChat. */
  private async isSelf(tx: EntityManager, row: ReferralRow): Promise<boolean> {
    if (row.friend_id === row.referrer_id) return true;
    if (!row.account_id || !row.friend_account_id) return false;
    if (row.account_id === row.friend_account_id) return true;
    const [one, other] = await Promise.all([this.accounts.byId(row.account_id, tx), this.accounts.byId(row.friend_account_id, tx)]);
    return Boolean(one?.unionid) && one?.unionid === other?.unionid;
  }

  /** Whom the friend recommended, and whom those did, until the referrer is met. */
  private async round(tx: EntityManager, friendId: string, referrerId: string): Promise<string[]> {
    const from = new Map<string, string | null>([[friendId, null]]);
    let edge = [friendId];
    for (let step = 0; step < LONGEST_ROUND && edge.length > 0 && from.size < MOST_PEOPLE; step++) {
      const rows = await select<{ referrer_id: string; friend_id: string }>(
        tx,
        `SELECT referrer_id, friend_id FROM referrals WHERE referrer_id IN ${marks(edge.length)} AND friend_id IS NOT NULL ORDER BY id LIMIT ${MOST_PEOPLE}`,
        edge,
      );
      edge = [];
      for (const { referrer_id, friend_id } of rows) {
        if (from.has(friend_id)) continue;
        from.set(friend_id, referrer_id);
        if (friend_id === referrerId) return pathTo(from, friend_id);
        edge.push(friend_id);
      }
    }
    return [];
  }
}

function pathTo(from: ReadonlyMap<string, string | null>, end: string): string[] {
  const path: string[] = [];
  for (let at: string | null | undefined = end; at; at = from.get(at)) path.unshift(at);
  return path;
}
