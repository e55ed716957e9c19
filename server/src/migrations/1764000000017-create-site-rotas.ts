import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, dropTables, id, instant, int, json, optional, primary, ref, text } from '../platform/database/migration-dsl';

export class CreateSiteRotas1764000000017 implements MigrationInterface {
  name = 'CreateSiteRotas1764000000017';

  async up(runner: QueryRunner): Promise<void> {
    const saved = { saved_by_id: optional(ref()), saved_at: instant() };
    const references = { project_id: 'projects', saved_by_id: 'staff' };
    await createTable(runner, 'site_rotas', { columns: { project_id: primary(ref()), wanted: json(), ...saved }, references });
    await createTable(runner, 'site_rota_days', {
      columns: { id: id(), project_id: ref(), day: text(10), posts: json(), version: int(), ...saved },
      unique: [['project_id', 'day']],
      references,
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['site_rota_days', 'site_rotas']);
  }
}
