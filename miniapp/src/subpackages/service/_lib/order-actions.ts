import type { StaffWorkOrderDetail, StaffWorkOrderVerb, WorkOrderStatus } from '@guihu/shared';

export type ActionKey = Exclude<StaffWorkOrderVerb, 'revealPhone' | 'reopen'> | 'call';

export interface OrderAction {
  key: ActionKey;
  text: string;
  /** What will happen, for the list behind 更多. */
  note: string;
}

export interface ActionLayout {
  /** At the thumb, the main one last. */
  bar: OrderAction[];
  /** Behind 更多. */
  more: OrderAction[];
}

type Looked = Pick<StaffWorkOrderDetail, 'status' | 'allowed'> & {
  /** The person who looks has it. */
  mine: boolean;
};

const MOST_IN_BAR = 2;

/** The order in which things are usually done; what is wanted next comes first. */
const NEXT: readonly ActionKey[] = ['claim', 'accept', 'resume', 'arrive', 'respond'];
const AFTER: readonly ActionKey[] = ['pause', 'return', 'grade', 'transfer', 'contract', 'cancel'];

const TEXTS: Readonly<Record<ActionKey, { text: string; note: string }>> = {
  claim: { text: '抢单', note: '先接先得' },
  accept: { text: '接单', note: '接单后由你负责' },
  arrive: { text: '我已到场', note: '业主会收到通知' },
  respond: { text: '首次响应', note: '给业主第一次答复' },
  finish: { text: '完成', note: '写明处理情况，请业主评价' },
  resume: { text: '继续处理', note: '时限接着计时' },
  call: { text: '打电话', note: '查看号码会留下记录' },
  pause: { text: '暂停', note: '等配件、业主改约等，时限暂停计时' },
  return: { text: '退回', note: '由系统另派同事，需写原因' },
  grade: { text: '评级', note: '按严重性、影响范围和业主情绪定级' },
  transfer: { text: '转单', note: '选一位同事接手，需写原因' },
  contract: { text: '转外部单位', note: '由外部单位上门，你继续跟进时限' },
  cancel: { text: '取消工单', note: '重复、误报等，需写原因' },
};

/** Buttons for exactly the verbs the server allows this person now; somebody may be rung where the number may be revealed. */
export function layOutActions({ status, allowed, mine }: Looked): ActionLayout {
  const may = (key: ActionKey) => (key === 'call' ? allowed.includes('revealPhone') : allowed.includes(key));
  // Whoever is at work wants to end it; before that, to ring.
  const middle: ActionKey[] =
    status === 'working' && mine ? ['finish', 'pause', 'call'] : mine ? ['call', 'finish'] : ['transfer', 'call', 'finish'];
  const ranked = [...new Set([...NEXT, ...middle, ...AFTER])].filter(may).map((key) => actionOf(key, status, mine));
  const asked = status === 'dispatched' && mine && may('return');
  const first = asked ? bringForward(ranked, 'return') : ranked;
  return { bar: first.slice(0, MOST_IN_BAR).reverse(), more: first.slice(MOST_IN_BAR) };
}

function actionOf(key: ActionKey, status: WorkOrderStatus, mine: boolean): OrderAction {
  if (key === 'return' && status === 'dispatched') return { key, text: '暂不接', note: '转给下一位同事，需写原因' };
  if (key === 'transfer' && !mine) return { key, text: '改派', note: '指定一位同事处理，需写原因' };
  return { key, ...TEXTS[key] };
}

/** Behind the first one: a yes and a no stand beside each other. */
function bringForward(actions: OrderAction[], key: ActionKey): OrderAction[] {
  const found = actions.find((action) => action.key === key);
  const [first, ...rest] = actions.filter((action) => action !== found);
  return found && first ? [first, found, ...rest] : actions;
}
