import type { ViewingStatus, ViewingVerb } from '@guihu/shared';

export type ViewingActionKey = 'checkIn' | 'scan' | 'complete' | 'call' | 'reschedule' | 'rehost' | 'miss' | 'cancel';

export interface ViewingAction {
  key: ViewingActionKey;
  text: string;
  /** What will happen, for the list behind 更多. */
  note?: string;
}

export interface ViewingActionLayout {
  /** At the thumb, the main one last. */
  bar: ViewingAction[];
  /** Behind 更多. */
  more: ViewingAction[];
}

const MOST_IN_BAR = 2;

/** Buttons for exactly the verbs the server allows this person now; calling is offered where the number may be revealed. */
export function layOutVisit(status: ViewingStatus, allowed: readonly ViewingVerb[], mayCall: boolean): ViewingActionLayout {
  const may = (verb: ViewingVerb) => allowed.includes(verb);
  const ranked: (ViewingAction | false)[] = [
    may('complete') && { key: 'complete', text: '填带看反馈' },
    may('checkIn') && { key: 'checkIn', text: status === 'no-show' ? '客户来了，签到' : '签到' },
    mayCall && { key: 'call', text: '打电话' },
    may('checkIn') && { key: 'scan', text: '核对到访码', note: '扫访客出示的码，或输入码下的字母和数字' },
    may('rehost') && { key: 'rehost', text: '换人接待', note: '选一位那个时间有空的同事，需写原因' },
    may('reschedule') && { key: 'reschedule', text: '替客户改期', note: '客户来电要换时间，选一个有空位的' },
    may('miss') && { key: 'miss', text: '记为未到访', note: '客户当天来了，仍可签到' },
    may('cancel') && { key: 'cancel', text: '取消预约', note: '会通知客户，名额让给候补的人，需写原因' },
  ];
  const actions = ranked.filter((action) => action !== false);
  return { bar: actions.slice(0, MOST_IN_BAR).reverse(), more: actions.slice(MOST_IN_BAR) };
}
