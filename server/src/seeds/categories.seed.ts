import type { WarrantyPart, WorkOrderKind, WorkSkill } from '@guihu/shared';
import { insertRows } from '../platform/database/database';
import type { Ground } from './world';

interface Branch {
  id: string;
  name: string;
  picture: string;
  part?: WarrantyPart;
  skill?: WorkSkill;
  seriousness?: 1 | 2 | 3;
  leaves?: readonly (readonly [
    id: string,
    name: string,
    picture: string,
    differing?: Partial<Pick<Branch, 'part' | 'skill' | 'seriousness'>>,
  ])[];
}

const REPAIRS: readonly Branch[] = [
  {
    id: 'water',
    name: '水管与洁具',
    picture: 'tap',
    part: 'pipes-and-wires',
    skill: 'plumbing',
    leaves: [
      ['water-tap', '龙头漏水', 'tap'],
      ['water-pipe', '水管漏水', 'pipe', { seriousness: 2 }],
      ['water-drain', '下水堵塞', 'pipe'],
      ['water-toilet', '马桶故障', 'toilet'],
      ['water-pressure', '水压不足或停水', 'tap'],
    ],
  },
  {
    id: 'leak',
    name: '渗漏与防水',
    picture: 'leak-wall',
    part: 'waterproof',
    skill: 'waterproof',
    leaves: [
      ['leak-bath', '卫生间渗漏', 'leak-bath'],
      ['leak-roof', '屋面或顶板渗水', 'leak-roof'],
      ['leak-wall', '外墙渗水', 'leak-wall'],
      ['leak-window', '窗边渗水', 'window'],
    ],
  },
  {
    id: 'electric',
    name: '电路与照明',
    picture: 'socket',
    part: 'pipes-and-wires',
    skill: 'electric',
    leaves: [
      ['electric-breaker', '跳闸或停电', 'breaker', { seriousness: 2 }],
      ['electric-socket', '插座或开关', 'socket'],
      ['electric-light', '灯具不亮', 'light'],
      ['electric-intercom', '可视对讲', 'intercom'],
    ],
  },
  {
    id: 'openings',
    name: '门窗',
    picture: 'door',
    part: 'decoration',
    skill: 'carpentry',
    leaves: [
      ['openings-door', '门关不严或变形', 'door'],
      ['openings-lock', '门锁故障', 'lock'],
      ['openings-window', '窗户五金或玻璃', 'window'],
    ],
  },
  {
    id: 'surfaces',
    name: '墙地面与装修',
    picture: 'wall',
    part: 'decoration',
    skill: 'decoration',
    leaves: [
      ['surfaces-wall', '墙面开裂、起皮', 'wall'],
      ['surfaces-floor', '地板起拱、松动', 'floor'],
      ['surfaces-tile', '瓷砖空鼓、脱落', 'tile'],
      ['surfaces-ceiling', '吊顶问题', 'ceiling'],
    ],
  },
  {
    id: 'climate',
    name: '供暖与空调',
    picture: 'heating',
    part: 'heating',
    skill: 'heating',
    leaves: [
      ['climate-heating', '暖气不热', 'heating'],
      ['climate-heating-leak', '暖气漏水', 'heating', { seriousness: 2 }],
      ['climate-aircon', '空调或新风', 'aircon'],
    ],
  },
  {
    id: 'structure',
    name: '主体结构',
    picture: 'crack',
    part: 'structure',
    skill: 'decoration',
    leaves: [['structure-crack', '梁柱或楼板裂缝', 'crack', { seriousness: 3 }]],
  },
  {
    id: 'public',
    name: '公共区域',
    picture: 'public-light',
    skill: 'public',
    leaves: [
      ['public-elevator', '电梯故障', 'elevator', { skill: 'equipment', seriousness: 3 }],
      ['public-light', '楼道灯不亮', 'public-light', { skill: 'electric' }],
      ['public-road', '道路与停车场', 'road'],
      ['public-green', '绿化与树木', 'green'],
      ['public-gas', '燃气异味', 'gas', { skill: 'equipment', seriousness: 3 }],
    ],
  },
  { id: 'repair-other', name: '其他报修', picture: 'other' },
];

const COMPLAINTS: readonly Branch[] = [
  { id: 'complaint-noise', name: '噪音扰民', picture: 'noise', skill: 'complaint', seriousness: 2 },
  { id: 'complaint-clean', name: '环境卫生', picture: 'clean', skill: 'complaint' },
  { id: 'complaint-security', name: '安全与门禁', picture: 'security', skill: 'complaint', seriousness: 3 },
  { id: 'complaint-parking', name: '停车秩序', picture: 'parking', skill: 'complaint' },
  { id: 'complaint-staff', name: '服务态度', picture: 'staff', skill: 'complaint', seriousness: 2 },
  { id: 'complaint-quality', name: '房屋质量与维修效果', picture: 'crack', skill: 'complaint', seriousness: 2 },
  { id: 'complaint-fee', name: '收费争议', picture: 'fee', skill: 'complaint', seriousness: 2 },
  { id: 'complaint-other', name: '其他投诉', picture: 'other', skill: 'complaint' },
];

const SUGGESTIONS: readonly Branch[] = [
  { id: 'suggestion-service', name: '服务建议', picture: 'suggestion', skill: 'complaint' },
  { id: 'suggestion-facility', name: '设施建议', picture: 'public-light', skill: 'complaint' },
  { id: 'suggestion-activity', name: '社区活动', picture: 'suggestion', skill: 'complaint' },
];

/** What can be reported in every installation; a project renames or hides what it does not have. */
export async function seedCategories({ tx }: Ground): Promise<void> {
  await insertRows(tx, 'work_order_categories', [
    ...rowsOf('repair', REPAIRS),
    ...rowsOf('complaint', COMPLAINTS),
    ...rowsOf('suggestion', SUGGESTIONS),
  ]);
}

function rowsOf(kind: WorkOrderKind, branches: readonly Branch[]): Record<string, unknown>[] {
  return branches.flatMap((branch, at) => [
    rowOf(kind, { ...branch, parentId: null }, at),
    ...(branch.leaves ?? []).map(([id, name, picture, differing], i) =>
      rowOf(kind, { ...branch, seriousness: 1, ...differing, id, name, picture, parentId: branch.id }, i),
    ),
  ]);
}

const rowOf = (kind: WorkOrderKind, branch: Omit<Branch, 'leaves'> & { parentId: string | null }, position: number) => ({
  id: branch.id,
  parent_id: branch.parentId,
  name: branch.name,
  kind,
  picture: branch.picture,
  part: branch.part ?? null,
  skill: branch.skill ?? null,
  seriousness: branch.seriousness ?? 1,
  position,
  active: true,
});
