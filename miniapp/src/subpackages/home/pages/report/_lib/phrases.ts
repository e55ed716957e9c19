import type { WorkOrderKind } from '@guihu/shared';

/** What people say again and again, by what is broken; a tap instead of typing on a small keyboard. */
const REPAIR: Readonly<Record<string, readonly string[]>> = {
  water: ['一直在滴水', '漏得厉害', '已关总阀', '堵住不下水'],
  leak: ['下雨就漏', '一直在渗', '滴到楼下了', '墙面已发霉'],
  electric: ['全屋没电', '一开就跳闸', '有焦味', '时好时坏'],
  openings: ['关不上', '打不开', '锁不上，不安全', '有异响'],
  surfaces: ['面积不大', '越来越严重', '已经掉下来了', '怕绊倒老人'],
  climate: ['完全不热', '有的房间不热', '在漏水', '声音很大'],
  structure: ['越来越长', '楼上也有', '担心安全'],
  public: ['每天都经过', '晚上看不清', '已经好几天了', '怕有人受伤'],
};
const REPAIR_USUAL = ['刚刚发现', '已经好几天了', '越来越严重', '家里有老人小孩'];
const COMPLAINT = ['不止一次了', '反映过没有解决', '影响老人休息', '希望当面沟通'];
const SUGGESTION = ['方便老人', '方便孩子', '愿意一起参与'];

/** Phrases to offer; `branch` is the chosen category's id. */
export function phrasesFor(kind: WorkOrderKind, branch: string | null): readonly string[] {
  if (kind === 'complaint') return COMPLAINT;
  if (kind === 'suggestion') return SUGGESTION;
  return (branch && REPAIR[branch]) || REPAIR_USUAL;
}

/** What to do before anybody can be there, by picture of what was chosen; null where nothing is dangerous. */
const FIRST_AID: Readonly<Record<string, string>> = {
  pipe: '漏水严重时，请先关掉家里的总水阀',
  tap: '漏水严重时，请先关掉家里的总水阀',
  'leak-bath': '已滴到楼下时，请先停用卫生间的水',
  breaker: '请先不要合闸；有焦味或火花时离远一点，必要时拨打 119',
  socket: '有火花或焦味时，请关掉这一路空开，不要再碰',
  gas: '闻到燃气味：关阀门、开窗、不要开关电器，到室外再打电话；情况紧急请拨打 119',
  elevator: '有人被困时，请先按轿厢里的警铃，必要时拨打 119',
  crack: '裂缝突然变大或有响声时，请先离开房间再打电话',
};

export const firstAidFor = (picture: string | undefined): string | null => (picture && FIRST_AID[picture]) || null;
