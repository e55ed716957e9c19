import { type HomeRight, type HomeView, mayAtHome, type WorkOrderKind } from '@guihu/shared';

interface KindWords {
  title: string;
  /** The one question of the page. */
  ask: string;
  describe: string;
  example: string;
  action: string;
  sending: string;
  /** Who may not. */
  denied: string;
}

/** One page, three errands. */
export const KIND_WORDS: Readonly<Record<WorkOrderKind, KindWords>> = {
  repair: {
    title: '报修',
    ask: '哪里坏了？',
    describe: '说说情况',
    example: '例如：厨房水龙头一直滴水（可以不填）',
    action: '提交报修',
    sending: '正在提交报修…',
    denied: '您在这套房屋还没有报修权限，请业主在「我的房屋」里为您开通',
  },
  complaint: {
    title: '投诉建议',
    ask: '您要投诉什么？',
    describe: '发生了什么',
    example: '例如：昨晚 11 点楼上装修，打过电话没人管',
    action: '提交投诉',
    sending: '正在提交投诉…',
    denied: '您在这套房屋还没有投诉建议权限，请业主在「我的房屋」里为您开通',
  },
  suggestion: {
    title: '投诉建议',
    ask: '您的建议是关于什么的？',
    describe: '您的建议',
    example: '例如：单元门口加一盏感应灯',
    action: '提交建议',
    sending: '正在提交建议…',
    denied: '您在这套房屋还没有投诉建议权限，请业主在「我的房屋」里为您开通',
  },
};

const RIGHT: Readonly<Record<WorkOrderKind, HomeRight>> = { repair: 'report', complaint: 'complain', suggestion: 'complain' };

/** Homes from which somebody may send this. */
export const homesFor = (kind: WorkOrderKind, homes: readonly HomeView[]): HomeView[] =>
  homes.filter((home) => mayAtHome(home, RIGHT[kind]));

/** Name under which the form's progress lies on the phone. */
export const draftName = (kind: WorkOrderKind): string => `report:${kind}`;
