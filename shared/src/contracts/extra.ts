import type { ExtraInterestStatus, FollowingVerb } from '../states/extra';
import type { PhotoView } from './upload';

/** What a project has for its owners beside the home itself. */
export const EXTRA_KINDS = { parking: '车位', property: '物业服务', renovation: '装修合作', other: '其他服务' } as const;
export type ExtraKind = keyof typeof EXTRA_KINDS;

/** Characters. */
export const EXTRA_TITLE = { least: 2, most: 30 } as const;
export const EXTRA_WORDS = { least: 5, most: 500 } as const;

/** What an owner agrees to with 我感兴趣; the version is kept with it. */
export const EXTRA_CONSENT = {
  version: '2026-11',
  text: '我同意由客户关系专员按我绑定的手机号联系我介绍这项服务；可以随时撤回',
} as const;

export type ExtraPicture = Pick<PhotoView, 'id' | 'url' | 'thumbUrl' | 'width' | 'height'>;

/** What a colleague writes of an extra. Days are Beijing's, `YYYY-MM-DD`, `until` included. */
export interface ExtraDraft {
  kind: ExtraKind;
  title: string;
  words: string;
  from: string;
  /** Null: until it is taken off. */
  until: string | null;
  active: boolean;
  /** Small ones come first. */
  position: number;
  /** Who is told of interest; null: customer relations. */
  responsibleId: string | null;
  /** A picture that was uploaded; left out: as it was; null: none. */
  uploadId?: string | null;
}

/** `POST /api/staff/extras`; `PUT /api/staff/extras/:id` takes the same without the project. */
export interface NewExtra extends ExtraDraft {
  projectId: string;
}

interface ExtraShown {
  id: string;
  kind: ExtraKind;
  title: string;
  words: string;
  picture: ExtraPicture | null;
  until: string | null;
}

/** An item of `GET /api/me/extras`: what is on offer now where this person owns a home. */
export interface MyExtra extends ExtraShown {
  projectName: string;
  /** Null while they never asked. */
  status: ExtraInterestStatus | null;
  allowed: ('show' | 'withdraw')[];
}

/** `POST /api/me/extras/:id/interest`; `…/interest-withdrawal` takes it back. */
export interface ExtraInterestRequest {
  /** To `EXTRA_CONSENT`. */
  agreed: boolean;
}

/** `POST /api/me/extra-views`: what an owner has before their eyes; counted once for each person and day. */
export interface ExtraViews {
  extraIds: string[];
}

export const SHOWN_LATELY_DAYS = 30;

/** An item of `GET /api/staff/extras?projectId`. */
export interface StaffExtra extends ExtraShown {
  from: string;
  active: boolean;
  position: number;
  responsible: { id: string; name: string } | null;
  /** Whether owners see it today. */
  onShow: boolean;
  stats: {
    /** Persons by day over `SHOWN_LATELY_DAYS`: who looks on two days counts twice. */
    shown: number;
    /** Everybody who asked and did not take it back. */
    interested: number;
    contacted: number;
    takenUp: number;
  };
}

/**
 * An item of `GET /api/staff/extra-interests?projectId&extraId&status&cursor`, newest first. `POST …/:id/contact`, `…/take-up`,
 * `…/refusal` `{note?}` record what came of it; `…/phone-reveal` tells the number, on record.
 */
export interface StaffExtraInterest {
  id: string;
  extraTitle: string;
  kind: ExtraKind;
  person: { name: string; phoneMasked: string; home: string };
  status: ExtraInterestStatus;
  note: string | null;
  at: string;
  allowed: FollowingVerb[];
  /** While they wait for a call, and have not taken back what they agreed to. */
  mayReveal: boolean;
}

export interface ExtraChange {
  id: string;
}

export interface ExtraInterestChange {
  id: string;
  status: ExtraInterestStatus;
}
