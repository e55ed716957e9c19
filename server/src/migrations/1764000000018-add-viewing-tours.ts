import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, dropColumn, json, optional } from '../platform/database/migration-dsl';

export class AddViewingTours1764000000018 implements MigrationInterface {
  name = 'AddViewingTours1764000000018';

  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'viewings', 'tour', optional(json()));
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumn(runner, 'viewings', 'tour');
  }
}
