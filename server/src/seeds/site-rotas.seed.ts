import type { SitePost } from '@guihu/shared';
import { newId } from '../platform/database/columns';
import { insertRows } from '../platform/database/database';
import type { Ground, ProjectIds, StaffIds } from './world';

const post = (duty: SitePost['duty'], name: string, from: string, to: string, note: string | null = null): SitePost => ({
  duty,
  name,
  from,
  to,
  note,
});

const WORKDAY = [
  post('steward', '周阿姨', '09:00', '12:00', '2号楼样板间'),
  post('steward', '吴芳', '13:30', '18:00', '2号楼样板间'),
  post('cleaning', '李秀英', '08:30', '17:30'),
  post('security', '孙建国', '08:00', '20:00', '门岗'),
];
const WEEKEND = [...WORKDAY, post('steward', '吴芳', '09:00', '13:30', '2号楼样板间'), post('drinks', '小何', '09:00', '18:00')];

/** Who keeps the sales office running; at noon of a working day nobody is in the show flat. */
export async function seedSiteRotas({ tx, now }: Ground, projects: ProjectIds, staff: StaffIds): Promise<void> {
  const saved = { project_id: projects.YX, saved_by_id: staff.manager, saved_at: now };
  await insertRows(tx, 'site_rotas', [{ ...saved, wanted: ['steward', 'cleaning', 'security'] }]);
  const week = ['1', '2', '3', '4', '5', '6', '7'].map((day) => ({ day, posts: day < '6' ? WORKDAY : WEEKEND }));
  await insertRows(
    tx,
    'site_rota_days',
    week.map((day) => ({ id: newId(), ...saved, ...day, version: 1 })),
  );
}
