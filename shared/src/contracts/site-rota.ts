/** F11: who keeps a sales office running beside those who sell. They need no account here. */
export const SITE_DUTIES = { steward: '样板间管家', cleaning: '保洁', security: '安保', drinks: '水吧', greeter: '礼宾' } as const;
export type SiteDuty = keyof typeof SITE_DUTIES;

/** One person on one duty for a part of a day. */
export interface SitePost {
  duty: SiteDuty;
  name: string;
  /** Beijing `HH:mm` of the same day; `to` may be `24:00`. */
  from: string;
  to: string;
  note: string | null;
}

/** Who stands on one day. */
export interface SiteRotaDay {
  /** A weekday, `1` (Monday) to `7` (Sunday), whatever the week; or a Beijing date. */
  day: string;
  posts: SitePost[];
  /** Of a date: it has posts of its own, in place of those of its weekday. */
  changed: boolean;
  /** Counts saves; 0 while nothing was saved for this very day. */
  version: number;
}

/** `GET /api/staff/site-rota?projectId&from`: the weekdays, and seven dates from a Beijing date on. */
export interface SiteRotaView {
  projectId: string;
  /** Duties on which somebody has to stand while visitors are booked. */
  wanted: SiteDuty[];
  week: SiteRotaDay[];
  days: SiteRotaDay[];
}

/** `PUT /api/staff/site-rota/duties` */
export interface SiteDutiesWanted {
  projectId: string;
  wanted: SiteDuty[];
}

/** `PUT /api/staff/site-rota/days`; without posts a date goes by its weekday again. */
export interface SiteRotaDayDraft {
  projectId: string;
  /** As in `SiteRotaDay`. */
  day: string;
  posts: SitePost[] | null;
  basedOnVersion: number;
}

/** `POST /api/staff/site-rota/copies`: seven days from this date on are planned as the seven before them were. */
export interface SiteRotaCopy {
  projectId: string;
  from: string;
}

/** An item of `GET /api/staff/site-days?day&projectId`: who is there on that day, and where nobody is although visitors are booked. */
export interface SiteDay {
  projectId: string;
  projectName: string;
  /** Beijing date. */
  day: string;
  posts: SitePost[];
  /** `样板间管家：10:00–12:00 无人` */
  gaps: { duty: SiteDuty; text: string }[];
}
