import { LIVE_CODE_KINDS, type LiveCodeDraft, type LiveCodeState, type StaffLiveCode, sayTime } from '@guihu/shared';
import type { Segment } from '@/components/segments/segments';
import type { Tone } from '@/components/status-tag/status-tag';

export const CODE_STATES: Readonly<Record<LiveCodeState, { text: string; tone: Tone }>> = {
  active: { text: '使用中', tone: 'done' },
  retired: { text: '已停用', tone: 'calm' },
  expired: { text: '已过期', tone: 'calm' },
  unknown: { text: '已失效', tone: 'calm' },
};

export const ALL = 'all';
export const CODE_VIEWS: readonly Segment[] = [
  { value: ALL, label: '全部' },
  ...(['channel', 'campaign', 'agent', 'site'] as const).map((value) => ({ value, label: LIVE_CODE_KINDS[value] })),
];

export type MadeKind = LiveCodeDraft['kind'];
export const MADE_KINDS: readonly { value: MadeKind; label: string; says: string; example: string }[] = [
  { value: 'channel', label: '渠道', says: '放在一个渠道上，扫码来的客户记在这个渠道名下', example: '抖音首页置顶' },
  { value: 'campaign', label: '活动', says: '一次活动用一个码，看活动带来多少人', example: '11 月样板间开放日' },
  { value: 'agent', label: '顾问', says: '顾问的名片码，扫码来的客户优先由这位顾问接待', example: '名片背面' },
  { value: 'site', label: '现场签到', says: '贴在售楼处，访客扫码签到', example: '前台立牌' },
];

/** Whoever scans at the door has come already: that code counts for no channel. */
export const countsForChannel = (kind: MadeKind): boolean => kind !== 'site';

/** How many of whoever scanned left their details: `86 人扫码，9 人留资（10%）`. */
export function sayYield({ scans, visitors, leads }: Pick<StaffLiveCode, 'scans' | 'visitors' | 'leads'>): string {
  if (scans === 0) return '还没有人扫过';
  const share = visitors > 0 ? `（${Math.round((leads / visitors) * 100)}%）` : '';
  return `${visitors} 人扫码 ${scans} 次，${leads} 人留资${share}`;
}

/** 渠道 · 林晓 · 11月30日到期: what a row says below its name. */
export function sayCode({ kind, channelName, staffName, expiresAt, state }: StaffLiveCode, now: number): string {
  const end = expiresAt && state === 'active' ? `${sayTime(Date.parse(expiresAt), now)} 到期` : null;
  return [LIVE_CODE_KINDS[kind], channelName, staffName, end].filter(Boolean).join(' · ');
}

const DAY_MS = 24 * 3_600_000;
/** Ends that are usual, at the end of a Beijing day. */
export function usualEnds(now: number): { label: string; at: number }[] {
  const BEIJING_MS = 8 * 3_600_000;
  const today = Math.floor((now + BEIJING_MS) / DAY_MS);
  return [7, 30, 90].map((days) => ({ label: `${days} 天后`, at: (today + days + 1) * DAY_MS - BEIJING_MS - 60_000 }));
}

/** What keeps a code from being made, in a sentence. */
export function faultOfCode({ kind, label, channelCode }: Pick<LiveCodeDraft, 'kind' | 'label' | 'channelCode'>): string | null {
  if (!label.trim()) return '请写明这个码用在哪里，以后好认';
  return channelCode || !countsForChannel(kind) ? null : '请选择记在哪个渠道';
}
