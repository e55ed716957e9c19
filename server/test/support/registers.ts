import { Test, type TestingModule } from '@nestjs/testing';
import type { DataSource } from 'typeorm';
import { type Config, readConfig } from '../../src/config/config';
import { ConfigModule } from '../../src/config/config.module';
import { CAST, type CastKey } from '../../src/integrations/wechat/simulator/cast';
import { CalendarModule } from '../../src/modules/registers/calendar';
import { ProjectModule } from '../../src/modules/registers/project';
import { StaffModule } from '../../src/modules/registers/staff';
import { AuditModule } from '../../src/platform/audit/audit.module';
import { Clock } from '../../src/platform/clock/clock';
import { ClockModule } from '../../src/platform/clock/clock.module';
import { CryptoModule } from '../../src/platform/crypto/crypto.module';
import { FieldCipher } from '../../src/platform/crypto/field-cipher';
import { dataSourceOptions, openDataSource } from '../../src/platform/database/data-source';
import { Database } from '../../src/platform/database/database';
import { DatabaseModule } from '../../src/platform/database/database.module';
import { schema } from '../../src/schema';
import { seed } from '../../src/seeds/seed';
import { freshDatabase } from './database';

/** Stands still until a test moves it; machine time moves with it. */
export class StoppedClock extends Clock {
  constructor(private instant: number) {
    super();
  }

  now(): number {
    return this.instant;
  }

  wall(): number {
    return this.instant;
  }

  moveTo(instant: number): void {
    this.instant = instant;
  }

  advance(ms: number): void {
    this.instant += ms;
  }
}

/** An instant by what a clock in Beijing shows: `2026-11-23 10:00`. */
export const beijing = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);

export const MONDAY_TEN = beijing('2026-11-23 10:00');

/** A migrated database of its own, still empty. */
export async function migratedDatabase(): Promise<{ config: Config; dataSource: DataSource; drop(): Promise<void> }> {
  const database = await freshDatabase();
  const config = readConfig({ DATABASE_URL: database.url, DATA_DIR: '/tmp/guihu-test' });
  const dataSource = await openDataSource(dataSourceOptions(config, schema));
  await dataSource.runMigrations({ transaction: 'each' });
  return {
    config,
    dataSource,
    drop: async () => {
      await dataSource.destroy();
      await database.drop();
    },
  };
}

export interface RegistersWorld {
  module: TestingModule;
  clock: StoppedClock;
  database: Database;
  cipher: FieldCipher;
  /** The id of a member of the cast as a colleague. */
  staffId(key: CastKey): Promise<string>;
  projectId(code: 'YX' | 'LT'): Promise<string>;
  stop(): Promise<void>;
}

/** The registers on the seeded world, Monday 23 November 2026, ten in the morning. */
export async function seededRegisters(): Promise<RegistersWorld> {
  const { config, dataSource, drop } = await migratedDatabase();
  const clock = new StoppedClock(MONDAY_TEN);
  const cipher = new FieldCipher(config);
  await seed(dataSource, { cipher, now: clock.now() });
  const module = await Test.createTestingModule({
    imports: [
      ConfigModule.with(config),
      ClockModule.with(clock),
      CryptoModule,
      AuditModule,
      DatabaseModule.with(dataSourceOptions(config, schema)),
      ProjectModule,
      StaffModule,
      CalendarModule,
    ],
  }).compile();
  await module.init();
  const database = module.get(Database);
  const idOf = async (sql: string, value: unknown) => (await database.rows<{ id: string }>(sql, [value]))[0]!.id;
  return {
    module,
    clock,
    database,
    cipher,
    staffId: (key) => idOf('SELECT id FROM staff WHERE phone_index = ?', cipher.blindIndex(CAST.find((p) => p.key === key)!.phone)),
    projectId: (code) => idOf('SELECT id FROM projects WHERE code = ?', code),
    stop: async () => {
      await module.close();
      await drop();
    },
  };
}
