import type { DataSource } from 'typeorm';
import { Project } from '../modules/registers/project/project.entity';
import type { FieldCipher } from '../platform/crypto/field-cipher';
import { isDuplicate } from '../platform/database/database';
import { seedCalendars } from './calendars.seed';
import { seedChannels } from './channels.seed';
import { seedPeople } from './people.seed';
import { seedPolicy } from './policy.seed';
import { seedProjects } from './projects.seed';
import { seedRoutingRules } from './routing-rules.seed';
import { seedShifts } from './shifts.seed';
import { seedSopPlans } from './sop-plans.seed';
import { seedStaff } from './staff.seed';

/**
 * A small believable world on a migrated database: two projects, their people with shifts, channels, rules and plans.
 * Does nothing where a project exists, also when another process is seeding at the same moment.
 * @param now application time, epoch ms: the privacy policy is in force from this day on.
 */
export async function seed(dataSource: DataSource, { cipher, now }: { cipher: FieldCipher; now: number }): Promise<void> {
  if (await dataSource.manager.exists(Project)) return;
  try {
    await dataSource.transaction(async (tx) => {
      const ground = { tx, cipher, now };
      await seedCalendars(ground);
      await seedChannels(ground);
      await seedPolicy(ground);
      await seedSopPlans(ground);
      const projects = await seedProjects(ground);
      const staff = await seedStaff(ground, projects, await seedShifts(ground));
      await seedPeople(ground, staff);
      await seedRoutingRules(ground, projects, staff);
    });
  } catch (error) {
    if (!isDuplicate(error) || !(await dataSource.manager.exists(Project))) throw error;
  }
}
