import { permissionsOf, type Role } from '@guihu/shared';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Config } from '../../../config/config';
import { CONFIG } from '../../../config/config.module';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/columns';
import { Database, execute, insertRows } from '../../../platform/database/database';
import { type Actor, ActorResolver, type Scope } from '../../../platform/http/actor';
import { StaffQueries } from '../staff';
import { readToken, signToken } from './session-tokens';

/** How long a resolved person is remembered by this process; a revocation elsewhere takes effect within it. Machine time. */
const REMEMBER_MS = 5_000;
const REMEMBER_MOST = 5_000;

interface SessionRow {
  account_id: string;
  expires_at: number;
  revoked_at: number | null;
  customer_id: string | null;
  phone_verified: number | boolean;
  staff_id: string | null;
}

/** Opens, reads and ends sessions. */
@Injectable()
export class Sessions extends ActorResolver {
  private readonly remembered = new Map<string, { actor: Actor | null; until: number }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly staff: StaffQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  async open(tx: EntityManager, accountId: string): Promise<{ token: string; expiresAt: number }> {
    const id = newId();
    const now = this.clock.wall();
    const expiresAt = now + this.config.sessionMinutes * 60_000;
    await insertRows(tx, 'sessions', [{ id, account_id: accountId, created_at: now, expires_at: expiresAt, revoked_at: null }]);
    return { token: signToken({ sessionId: id, expiresAt }, this.config.keys.session), expiresAt };
  }

  async resolve(token: string): Promise<Actor | null> {
    const claims = readToken(token, this.config.keys.session, this.clock.wall());
    if (!claims) return null;
    const known = this.remembered.get(claims.sessionId);
    if (known && this.clock.wall() < known.until) return known.actor;
    const actor = await this.load(claims.sessionId);
    if (this.remembered.size >= REMEMBER_MOST) this.remembered.clear();
    this.remembered.set(claims.sessionId, { actor, until: this.clock.wall() + REMEMBER_MS });
    return actor;
  }

  async revoke(sessionId: string): Promise<void> {
    await this.database.transaction((tx) => execute(tx, 'UPDATE sessions SET revoked_at = ? WHERE id = ?', [this.clock.wall(), sessionId]));
    this.remembered.delete(sessionId);
  }

  /** What is known of an account's people changed: they are looked up afresh. */
  forget(accountId: string): void {
    for (const [id, { actor }] of this.remembered) if (actor?.accountId === accountId) this.remembered.delete(id);
  }

  /** Other accounts may have lost this customer: they are looked up afresh. */
  forgetCustomer(customerId: string): void {
    for (const [id, { actor }] of this.remembered) if (actor?.customerId === customerId) this.remembered.delete(id);
  }

  /** Ended sessions are of no use to anybody after a day. */
  prune(): Promise<number> {
    return this.database.transaction((tx) =>
      execute(tx, 'DELETE FROM sessions WHERE expires_at < ?', [this.clock.wall() - 24 * 3_600_000]),
    );
  }

  private async load(sessionId: string): Promise<Actor | null> {
    const [row] = await this.database.rows<SessionRow>(
      `SELECT s.account_id, s.expires_at, s.revoked_at, a.customer_id, a.phone_verified, a.staff_id
       FROM sessions s JOIN accounts a ON a.id = s.account_id WHERE s.id = ?`,
      [sessionId],
    );
    if (!row || row.revoked_at !== null || Number(row.expires_at) <= this.clock.wall()) return null;
    const colleague = row.staff_id ? await this.staff.member(row.staff_id) : null;
    const roles: Role[] = colleague ? [...colleague.roles] : ['prospect'];
    return {
      accountId: row.account_id,
      sessionId,
      customerId: row.customer_id,
      phoneVerified: Boolean(row.phone_verified),
      staffId: colleague?.id ?? null,
      roles,
      permissions: permissionsOf(roles),
      scope: colleague ? scopeOf(colleague) : null,
      projectIds: colleague?.projectIds ?? [],
    };
  }
}

/** Whose records a colleague sees: the widest of their roles decides. */
export function scopeOf(colleague: {
  id: string;
  roles: readonly Role[];
  projectIds: readonly string[];
  ledTeamIds: readonly string[];
}): Scope {
  const has = (...roles: Role[]) => colleague.roles.some((r) => roles.includes(r));
  if (has('admin', 'finance')) return { kind: 'group' };
  if (has('manager', 'clerk', 'relations')) return { kind: 'project', projectIds: colleague.projectIds };
  if (has('supervisor')) return { kind: 'team', staffId: colleague.id, teamIds: colleague.ledTeamIds };
  return { kind: 'own', staffId: colleague.id };
}
