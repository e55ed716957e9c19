import type { ChannelView, Gender, StaffLeadEntry } from '@guihu/shared';

export interface EntryForm {
  projectId: string | null;
  name: string;
  gender: Gender;
  phone: string;
  channelCode: string | null;
  productType: string | null;
  wish: string;
}

export const NEW_ENTRY: EntryForm = {
  projectId: null,
  name: '',
  gender: 'unknown',
  phone: '',
  channelCode: 'walk-in.visit',
  productType: null,
  wish: '',
};

export type EntryErrors = Partial<Record<'projectId' | 'name' | 'phone' | 'channelCode', string>>;

const LEAST_FOREIGN_DIGITS = 8;

/** Digits of what was typed, with a leading plus kept. */
const bare = (typed: string): string => typed.replace(/[^\d+]/g, '');

/** Whether so much of a number is there that asking about it makes sense: eleven digits, or a foreign number with its code. */
export function isWholePhone(typed: string): boolean {
  const phone = bare(typed);
  if (phone.startsWith('+')) return phone.length > LEAST_FOREIGN_DIGITS;
  return /^1\d{10}$/.test(phone);
}

/** What keeps the entry from being sent, in sentences; empty when nothing does. */
export function faultsOfEntry(form: EntryForm): EntryErrors {
  const faults: EntryErrors = {};
  if (!form.projectId) faults.projectId = '请选择楼盘';
  if (!form.name.trim()) faults.name = '请填写怎么称呼，只知道姓也可以';
  if (!bare(form.phone)) faults.phone = '请填写手机号';
  else if (!isWholePhone(form.phone)) faults.phone = '手机号是 11 位数字；境外号码请以 + 和国家代码开头';
  if (!form.channelCode) faults.channelCode = '请选择客户从哪里来';
  return faults;
}

/** The entry to send; call it only for a form without faults. */
export function entryOf(form: EntryForm): StaffLeadEntry {
  const note = form.wish.trim();
  const intent = { ...(form.productType ? { productType: form.productType } : {}), ...(note ? { note } : {}) };
  return {
    projectId: form.projectId as string,
    name: form.name.trim(),
    phone: bare(form.phone),
    channelCode: form.channelCode as string,
    gender: form.gender,
    ...(Object.keys(intent).length > 0 ? { intent } : {}),
  };
}

const AT_THE_DESK = ['walk-in.visit', 'walk-in.call', 'referral.owner'];

/** The channels a desk meets all day, and the one chosen when it is another; the rest are behind 更多渠道. */
export function nearChannels(channels: readonly ChannelView[], chosen: string | null): ChannelView[] {
  const near = channels.filter(({ code }) => AT_THE_DESK.includes(code) || code === chosen);
  return near.length > 0 ? near : channels.slice(0, AT_THE_DESK.length);
}

/** Channels under their roots, in the order in which they come. */
export function byRoot(channels: readonly ChannelView[]): { rootName: string; channels: ChannelView[] }[] {
  const roots = [...new Set(channels.map(({ rootName }) => rootName))];
  return roots.map((rootName) => ({ rootName, channels: channels.filter((channel) => channel.rootName === rootName) }));
}
