import type { Gender, StaffLeadEntry } from '@guihu/shared';
import { bare, faultOfPhone } from '../../../_lib/typed-phone';

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

/** What keeps the entry from being sent, in sentences; empty when nothing does. */
export function faultsOfEntry(form: EntryForm): EntryErrors {
  const faults: EntryErrors = {};
  if (!form.projectId) faults.projectId = '请选择楼盘';
  if (!form.name.trim()) faults.name = '请填写怎么称呼，只知道姓也可以';
  const wrong = faultOfPhone(form.phone);
  if (wrong) faults.phone = wrong;
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
