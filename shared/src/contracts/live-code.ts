/** What a code stands for; all of them use one mechanism (A4). */
export const LIVE_CODE_KINDS = { channel: '渠道', campaign: '活动', agent: '顾问', referral: '推荐', site: '现场签到' } as const;
export type LiveCodeKind = keyof typeof LIVE_CODE_KINDS;

export type LiveCodeState = 'active' | 'retired' | 'expired' | 'unknown';

/**
 * `POST /api/live-codes/:code/scans`, and `GET /api/live-codes/:code`. Never an error for a code that is old, edited or made up: the
 * visitor is welcome, the answer says what the code is good for.
 */
export interface LiveCodeView {
  code: string;
  state: LiveCodeState;
  kind: LiveCodeKind | null;
  projectId: string | null;
  projectName: string | null;
  channelCode: string | null;
  /** `陈女士推荐您来看看`, `置业顾问林晓为您服务`; empty when there is nothing to say. */
  greeting: string;
}

/** `POST /api/staff/live-codes`, answered with the code as it stands in the list. `POST /api/staff/live-codes/:id/retirement` ends one. */
export interface LiveCodeDraft {
  projectId: string;
  kind: 'channel' | 'campaign' | 'agent' | 'site';
  /** 抖音 11 月投放, 社区巡展桁架 … */
  label: string;
  /** Of every code but that of the door. */
  channelCode?: string;
  /** For an agent's code: whose; one's own when left out. */
  staffId?: string;
  /** ISO 8601; never when left out. */
  expiresAt?: string;
}

/** An item of `GET /api/staff/live-codes?projectId&kind`, newest first; `GET /api/staff/live-codes/:id` is one of them. */
export interface StaffLiveCode {
  id: string;
  code: string;
  kind: LiveCodeKind;
  label: string;
  projectName: string;
  channelCode: string | null;
  channelName: string | null;
  staffName: string | null;
  state: LiveCodeState;
  createdAt: string;
  expiresAt: string | null;
  scans: number;
  /** Different WeChat users among them. */
  visitors: number;
  leads: number;
  /** Mini-program path with the scene, as the code opens it. */
  path: string;
  pictureUrl: string;
}

/** At most 32 visible characters, without `%`: decoded exactly once (`wechat.md` §7). */
export const SCENE_CODE_KEY = 'k';
/** Ten characters of Crockford's alphabet: no I, L, O, U, so that a code can be read out. */
export const LIVE_CODE_PATTERN = /^[0-9A-HJKMNP-TV-Z]{10}$/;
export const sceneOf = (code: string): string => `${SCENE_CODE_KEY}=${code}`;
