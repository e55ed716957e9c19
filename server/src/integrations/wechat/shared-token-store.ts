import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Database, execute, insertRows, isDuplicate } from '../../platform/database/database';
import type { StoredToken, TokenStore } from './token-store';

const LOCK_MS = 10_000;
const WAIT_MS = 100;

/** Access tokens in the database, so that all processes of an installation use one and nobody fetches another's away. */
@Injectable()
export class SharedTokenStore implements TokenStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async get(appid: string): Promise<StoredToken | null> {
    const [row] = await this.database.rows<{ access_token: string; expires_at: number | string }>(
      'SELECT access_token, expires_at FROM wechat_tokens WHERE id = ?',
      [appid],
    );
    return row?.access_token ? { value: row.access_token, expiresAt: Number(row.expires_at) } : null;
  }

  async save(appid: string, token: StoredToken): Promise<void> {
    await this.database.transaction((tx) =>
      execute(tx, 'UPDATE wechat_tokens SET access_token = ?, expires_at = ? WHERE id = ?', [token.value, token.expiresAt, appid]),
    );
  }

  async lock<T>(appid: string, work: () => Promise<T>): Promise<T> {
    while (!(await this.take(appid))) await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    try {
      return await work();
    } finally {
      await this.database.transaction((tx) => execute(tx, 'UPDATE wechat_tokens SET locked_until = NULL WHERE id = ?', [appid]));
    }
  }

  /** The lock runs out by itself, in case its holder died. */
  private take(appid: string): Promise<boolean> {
    const now = this.clock.wall();
    return this.database.transaction(async (tx) => {
      const taken = await execute(
        tx,
        'UPDATE wechat_tokens SET locked_until = ? WHERE id = ? AND (locked_until IS NULL OR locked_until < ?)',
        [now + LOCK_MS, appid, now],
      );
      if (taken > 0) return true;
      const known = await tx.query('SELECT id FROM wechat_tokens WHERE id = ?', [appid]);
      if (known.length > 0) return false;
      try {
        await insertRows(tx, 'wechat_tokens', [{ id: appid, access_token: '', expires_at: 0, locked_until: now + LOCK_MS }]);
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    });
  }
}
