import type { DataSource } from 'typeorm';
import { SopPlan } from '../modules/echoes/sop/sop.entity';
import { Category } from '../modules/journeys/work-order/work-order.entity';
import { Channel, Project } from '../modules/registers/project/project.entity';
import type { FieldCipher } from '../platform/crypto/field-cipher';
import { isDuplicate } from '../platform/database/database';
import { seedCalendars } from './calendars.seed';
import { seedCategories } from './categories.seed';
import { seedChannels } from './channels.seed';
import { seedDispatchRules } from './dispatch-rules.seed';
import { seedExtras } from './extras.seed';
import { seedHomes } from './homes.seed';
import { seedPeople } from './people.seed';
import { seedPolicy } from './policy.seed';
import { seedProjects } from './projects.seed';
import { seedRewards } from './rewards.seed';
import { seedRoutingRules } from './routing-rules.seed';
import { seedShifts } from './shifts.seed';
import { seedSiteRotas } from './site-rotas.seed';
import { seedSopPlans, seedVisitPlan, VISITED } from './sop-plans.seed';
import { seedStaff } from './staff.seed';
import { seedVerdictRules } from './verdict-rules.seed';
import { seedViewingPlans } from './viewing-plans.seed';
import type { Ground } from './world';

type Means = { cipher: FieldCipher; now: number };

/**
 * What every installation stands on: calendars, the channel dictionary, the privacy policy, the ready plans. Does nothing where it stands.
 * @param means.now application time, epoch ms: the privacy policy is in force from this day on.
 */
export async function seedBasics(dataSource: DataSource, means: Means): Promise<void> {
  await once(dataSource, means, () => dataSource.manager.exists(Channel), plantBasics);
  await once(dataSource, means, () => dataSource.manager.exists(Category), seedCategories);
  await once(dataSource, means, () => dataSource.manager.existsBy(SopPlan, { planKey: VISITED.key }), seedVisitPlan);
}

/** A small believable world on top: two projects, their people with shifts and rules. Does nothing where a project exists. */
export function seed(dataSource: DataSource, means: Means): Promise<void> {
  return once(
    dataSource,
    means,
    () => dataSource.manager.exists(Project),
    async (ground) => {
      if (!(await ground.tx.exists(Channel))) await plantBasics(ground);
      if (!(await ground.tx.exists(Category))) await seedCategories(ground);
      const projects = await seedProjects(ground);
      const staff = await seedStaff(ground, projects, await seedShifts(ground));
      await seedPeople(ground, staff);
      await seedHomes(ground, projects);
      await seedRoutingRules(ground, projects, staff);
      await seedDispatchRules(ground, projects, staff);
      await seedVerdictRules(ground, projects, staff);
      await seedViewingPlans(ground, projects, staff);
      await seedSiteRotas(ground, projects, staff);
      await seedRewards(ground, projects, staff);
      await seedExtras(ground, projects);
    },
  );
}

async function plantBasics(ground: Ground): Promise<void> {
  await seedCalendars(ground);
  await seedChannels(ground);
  await seedPolicy(ground);
  await seedSopPlans(ground);
}

/** Two processes may start at one moment: the one whose rows were refused finds the other's. */
async function once(
  dataSource: DataSource,
  means: Means,
  stands: () => Promise<boolean>,
  plant: (ground: Ground) => Promise<void>,
): Promise<void> {
  if (await stands()) return;
  try {
    await dataSource.transaction((tx) => plant({ tx, ...means }));
  } catch (error) {
    if (!isDuplicate(error) || !(await stands())) throw error;
  }
}
