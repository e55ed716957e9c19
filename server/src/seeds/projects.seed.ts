import { newId } from '../platform/database/columns';
import { insertRows } from '../platform/database/database';
import { LAYOUT_PLANS, type LayoutPlan } from './layout-plans.seed';
import { unitsOf } from './units.seed';
import type { BuildingPlan, Ground, ProjectCode, ProjectIds } from './world';

/** A number that begins with 1 is given to no subscriber, so nobody is disturbed by a trial call. */
export const SWITCHBOARD: Readonly<Record<ProjectCode, string>> = { YX: '0571-1000 6188', LT: '0571-1000 6199' };

const PROJECTS = [
  {
    code: 'YX',
    name: '云溪府',
    city: '杭州',
    district: '余杭',
    address: '杭州市余杭区云溪路 188 号',
    slogan: '推窗见溪，归家有园',
    description:
      '云溪府临溪而建，两栋十八层高层与两栋八层洋房围合出近八千平方米的中央花园。全部户型南北通透，客厅连宽景阳台；社区内设老人食堂、儿童活动场与室内恒温泳池，步行八分钟到地铁站。',
    tags: ['近地铁', '南北通透', '现房实景', '精装交付'],
    facts: [
      { label: '产权年限', value: '70 年' },
      { label: '绿化率', value: '35%' },
      { label: '容积率', value: '2.0' },
      { label: '车位配比', value: '1 : 1.3' },
      { label: '物业费', value: '高层 3.2 元/㎡·月，洋房 3.8 元/㎡·月' },
      { label: '交付时间', value: '首期已交付，二期 2027 年 6 月 30 日前' },
    ],
    shows_prices: true,
    buildings: [
      { name: '1 号楼', floors: 18, productType: 'high-rise', doors: ['C', 'A', 'A', 'C'] },
      { name: '2 号楼', floors: 18, productType: 'high-rise', doors: ['D', 'B', 'B', 'D'] },
      { name: '3 号楼', floors: 8, productType: 'low-rise', doors: ['E', 'E'] },
      { name: '5 号楼', floors: 8, productType: 'low-rise', doors: ['F', 'E'] },
    ],
  },
  {
    code: 'LT',
    name: '澜庭',
    city: '杭州',
    district: '临平',
    address: '杭州市临平区望澜街 66 号',
    slogan: '小而美的第一个家',
    description: '澜庭只有一栋十一层小高层，四十四户邻里。两室与三室户型紧凑好住，出门就是社区公园与小学，适合第一次置业的年轻家庭。',
    tags: ['小户型', '近学校', '首次置业'],
    facts: [
      { label: '产权年限', value: '70 年' },
      { label: '绿化率', value: '30%' },
      { label: '交付时间', value: '2027 年 12 月 31 日前' },
    ],
    shows_prices: false,
    buildings: [{ name: '1 号楼', floors: 11, productType: 'high-rise', doors: ['H', 'G', 'G', 'H'] }],
  },
] as const satisfies readonly { code: ProjectCode; buildings: readonly BuildingPlan[]; [field: string]: unknown }[];

/** Projects with their buildings, layouts and every unit of every floor. */
export async function seedProjects({ tx }: Ground): Promise<ProjectIds> {
  const ids = {} as Record<ProjectCode, string>;
  for (const [position, { buildings, ...project }] of PROJECTS.entries()) {
    const projectId = newId();
    ids[project.code] = projectId;
    const row = { id: projectId, ...project, opening_hours: '每天 09:00–18:00，春节假期除外', phone: SWITCHBOARD[project.code] };
    await insertRows(tx, 'projects', [{ ...row, active: true, position }]);
    const plans = LAYOUT_PLANS.filter((plan) => plan.project === project.code).map((plan) => ({ ...plan, id: newId() }));
    await insertRows(
      tx,
      'layouts',
      plans.map((plan) => layoutRow(projectId, plan)),
    );
    for (const building of buildings) {
      const buildingId = newId();
      await insertRows(tx, 'buildings', [buildingRow(projectId, buildingId, building)]);
      await insertRows(tx, 'units', unitsOf({ projectId, buildingId, building, plans }));
    }
  }
  return ids;
}

const layoutRow = (projectId: string, plan: LayoutPlan & { id: string }) => ({
  id: plan.id,
  project_id: projectId,
  code: plan.code,
  title: plan.title,
  area_tenths: Math.round(plan.areaSqm * 10),
  product_type: plan.productType,
  rooms: plan.rooms,
});

const buildingRow = (projectId: string, id: string, building: BuildingPlan) => ({
  id,
  project_id: projectId,
  name: building.name,
  floors: building.floors,
  units_per_floor: building.doors.length,
  product_type: building.productType,
});
