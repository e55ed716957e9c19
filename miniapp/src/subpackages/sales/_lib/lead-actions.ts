import type { LeadStatus, LeadVerb } from '@guihu/shared';

export type ActionKey = 'accept' | 'decline' | 'followUp' | 'call' | 'transfer' | 'close';

export interface LeadAction {
  key: ActionKey;
  text: string;
  /** What will happen, for the list behind 更多. */
  note?: string;
}

export interface ActionLayout {
  /** At the thumb, the main one last. */
  bar: LeadAction[];
  /** Behind 更多. */
  more: LeadAction[];
}

const MOST_IN_BAR = 2;

/** What accepting is called, by where the lead lies. */
const ACCEPT_WORDS: Readonly<Partial<Record<LeadStatus, string>>> = { pooled: '领取', escalated: '我来接待' };

/** Buttons for exactly the verbs the server allows this person now; calling is offered where the number may be revealed. */
export function layOutActions(status: LeadStatus, allowed: readonly LeadVerb[], mayCall: boolean): ActionLayout {
  const may = (verb: LeadVerb) => allowed.includes(verb);
  const ranked: (LeadAction | false)[] = [
    may('accept') && { key: 'accept', text: ACCEPT_WORDS[status] ?? '接单' },
    may('followUp') && { key: 'followUp', text: '记跟进' },
    may('followUp') && mayCall && { key: 'call', text: '打电话' },
    may('reoffer') && { key: 'decline', text: '暂不接', note: '转给下一位同事，需写原因' },
    may('transfer') && { key: 'transfer', text: '转给同事', note: '选一位同事接手，需写原因' },
    may('close') && { key: 'close', text: '关闭线索', note: '成交、流失或无效，需写原因' },
  ];
  const actions = ranked.filter((action) => action !== false);
  return { bar: actions.slice(0, MOST_IN_BAR).reverse(), more: actions.slice(MOST_IN_BAR) };
}
