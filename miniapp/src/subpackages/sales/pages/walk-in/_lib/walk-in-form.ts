import type { WalkIn } from '@guihu/shared';
import { bare, faultOfPhone } from '../../../_lib/typed-phone';

export interface WalkInForm {
  projectId: string | null;
  name: string;
  phone: string;
  partySize: number;
  channelCode: string | null;
}

export const NEW_WALK_IN: WalkInForm = { projectId: null, name: '', phone: '', partySize: 1, channelCode: null };

export const PARTY_SIZES = [
  { value: '1', label: '1 位' },
  { value: '2', label: '2 位' },
  { value: '3', label: '3 位' },
  { value: '4', label: '4 位' },
  { value: '5', label: '5+' },
];

export type WalkInErrors = Partial<Record<'projectId' | 'name' | 'phone', string>>;

/** What keeps it from being sent, in sentences; empty when nothing does. */
export function faultsOfWalkIn(form: WalkInForm): WalkInErrors {
  const faults: WalkInErrors = {};
  if (!form.projectId) faults.projectId = '请选择楼盘';
  if (!form.name.trim()) faults.name = '请填写怎么称呼，只知道姓也可以';
  const wrong = faultOfPhone(form.phone);
  if (wrong) faults.phone = wrong;
  return faults;
}

/** The body to send; call it only for a form without faults. */
export function walkInOf(form: WalkInForm): WalkIn {
  return {
    projectId: form.projectId as string,
    name: form.name.trim(),
    phone: bare(form.phone),
    ...(form.partySize > 1 ? { partySize: form.partySize } : {}),
    ...(form.channelCode ? { channelCode: form.channelCode } : {}),
  };
}
