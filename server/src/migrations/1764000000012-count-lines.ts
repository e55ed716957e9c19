import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, addIndex, dropColumn, dropIndex, int, withDefault } from '../platform/database/migration-dsl';

/** A slot knows how many wait for it, so that the statement that takes a seat sees the line without a second one. */
export class CountLines1764000000012 implements MigrationInterface {
  name = 'CountLines1764000000012';

  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'viewing_slots', 'waiting', withDefault(int(), '0'));
    await runner.query(
      `UPDATE viewing_slots SET waiting =
         (SELECT COUNT(*) FROM viewing_waits w WHERE w.slot_id = viewing_slots.id AND w.status = 'waiting')`,
    );
    await addIndex(runner, 'viewing_waits', ['status', 'starts_at', 'slot_id']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropIndex(runner, 'viewing_waits', ['status', 'starts_at', 'slot_id']);
    await dropColumn(runner, 'viewing_slots', 'waiting');
  }
}
