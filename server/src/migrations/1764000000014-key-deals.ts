import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, addIndex, dropColumn, dropIndex, optional, ref, text } from '../platform/database/migration-dsl';

interface Kept {
  id: string;
  once_key: string;
  rule_id: string;
  person_id: string;
  project_id: string;
  rules: string;
}

interface Rule {
  id: string;
  on: string;
  to: string;
  form: string;
}

/**
 * One deal for a friend is held by the database; what is given once is known by the event and its kind, not by the number of a rule; a
 * record says which import wrote it; and leads are counted by the day on which they came and were closed.
 */
export class KeyDeals1764000000014 implements MigrationInterface {
  name = 'KeyDeals1764000000014';

  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'referrals', 'deal_key', optional(text(80)));
    await this.keyDeals(runner);
    await addIndex(runner, 'referrals', ['deal_key'], true);
    await addColumn(runner, 'lead_touches', 'import_id', optional(ref()));
    await addIndex(runner, 'leads', ['project_id', 'created_at']);
    await addIndex(runner, 'leads', ['project_id', 'closed_at']);
    await this.rekey(runner, byEvent);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.rekey(runner, ({ project_id, rule_id, person_id }, friendId) => [project_id, rule_id, person_id, friendId].join(':'));
    await dropIndex(runner, 'leads', ['project_id', 'closed_at']);
    await dropIndex(runner, 'leads', ['project_id', 'created_at']);
    await dropColumn(runner, 'lead_touches', 'import_id');
    await dropIndex(runner, 'referrals', ['deal_key']);
    await dropColumn(runner, 'referrals', 'deal_key');
  }

  /** Of two deals for one friend, which nothing refused before, the first keeps the key; the other is left to a person. */
  private async keyDeals(runner: QueryRunner): Promise<void> {
    const signed = (await runner.query(
      `SELECT id, project_id, friend_id FROM referrals WHERE status IN ('signed', 'settled') AND friend_id IS NOT NULL ORDER BY signed_at, id`,
    )) as { id: string; project_id: string; friend_id: string }[];
    const first = new Map<string, string>();
    for (const { id, project_id, friend_id } of signed) {
      const key = `${project_id}:${friend_id}`;
      if (!first.has(key)) first.set(key, id);
    }
    for (const [key, id] of first) await runner.query('UPDATE referrals SET deal_key = ? WHERE id = ?', [key, id]);
  }

  /** Of two rewards for one event, given by rules of different numbers, the first keeps the key. */
  private async rekey(runner: QueryRunner, keyOf: (kept: Kept, friendId: string) => string | null): Promise<void> {
    const rows = (await runner.query(
      `SELECT r.id, r.once_key, r.rule_id, r.person_id, r.project_id, s.rules FROM rewards r
       JOIN reward_rule_sets s ON s.project_id = r.project_id AND s.version = r.rules_version
       JOIN rewarded_referrals f ON f.referral_id = r.referral_id WHERE r.once_key IS NOT NULL ORDER BY r.id`,
    )) as Kept[];
    const friends = new Map(
      (
        (await runner.query('SELECT r.id, f.friend_id FROM rewards r JOIN rewarded_referrals f ON f.referral_id = r.referral_id')) as {
          id: string;
          friend_id: string | null;
        }[]
      ).map((row) => [row.id, row.friend_id]),
    );
    const taken = new Set<string>();
    for (const row of rows) {
      const friendId = friends.get(row.id) ?? null;
      const key = friendId === null ? null : keyOf(row, friendId);
      const free = key !== null && !taken.has(key);
      if (free) taken.add(key);
      await runner.query('UPDATE rewards SET once_key = ? WHERE id = ?', [free ? key : null, row.id]);
    }
  }
}

/** `project:event:person:friend:form#place`: the place among the rules of the same kind. */
function byEvent({ rule_id, project_id, person_id, rules }: Kept, friendId: string): string | null {
  const all = JSON.parse(rules) as Rule[];
  const rule = all.find(({ id }) => id === rule_id);
  if (!rule) return null;
  const place = all.filter(({ on, to, form }) => on === rule.on && to === rule.to && form === rule.form).indexOf(rule);
  return `${project_id}:${rule.on}:${person_id}:${friendId}:${rule.form}#${place}`;
}
