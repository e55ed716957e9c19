import type { ViewingKind, ViewingStatus, ViewingVerb, WaitStatus } from '../states/viewing';
import type { ConsentGiven } from './customer';
import type { TimelineEntry } from './lead';
import type { ColleagueCard } from './staff';

/** Owners of the project: those with a home of their own that is bound to them (K8). */
export const PLAN_AUDIENCES = { everybody: '所有人', owners: '本楼盘业主' } as const;
export type PlanAudience = keyof typeof PLAN_AUDIENCES;

/** An item of `GET /api/projects/:id/viewing-slots?from&to&kind`; `from` and `to` are Beijing dates, `to` included. */
export interface ViewingSlotView {
  id: string;
  kind: ViewingKind;
  title: string;
  /** What is for owners is shown to them only. */
  audience: PlanAudience;
  startsAt: string;
  endsAt: string;
  /** What this person could still book; seats kept for high-intent customers count only for them (F4). */
  seatsLeft: number;
  seats: number;
  /** Whether this person may book it now. */
  bookable: boolean;
  /** Why not: `已满，可候补`, `需至少提前 2 小时预约`; null when it can be booked. */
  reason: string | null;
  /** Whether one may stand in line for it. */
  waitable: boolean;
}

/**
 * The answer of `GET /api/projects/:id/viewing-slots`; without `kind` every kind that is offered. `GET /api/staff/viewings/:id/times`
 * answers the same for whoever moves a visit: times of its kind, with the seats its visitor may have.
 */
export interface ViewingSlotList {
  items: ViewingSlotView[];
  /** Always null: a span of days comes at once. */
  nextCursor?: string | null;
  /** Days of the span on which nothing is open by a closure, and why: `样板间维护`. `date` is Beijing's. */
  closedDays?: { date: string; why: string }[];
}

/** `POST /api/viewings` */
export interface ViewingBooking {
  slotId: string;
  name: string;
  /** Any way of writing it; without it the bound phone is used. */
  phone?: string;
  /** How many come; 1 when left out. Seats are counted in parties, not heads. */
  partySize?: number;
  note?: string;
  /** Units the visitor would like to see (F2). */
  unitIds?: string[];
  liveCode?: string;
  consent: ConsentGiven;
}

export interface ViewingReceipt {
  id: string;
  number: string;
  status: ViewingStatus;
  startsAt: string;
  endsAt: string;
  host: ColleagueCard | null;
}

/** `GET /api/me/viewings`, soonest first, past ones after; `GET /api/viewings/:id`. */
export interface MyViewing extends ViewingReceipt {
  kind: ViewingKind;
  title: string;
  projectId: string;
  projectName: string;
  address: string;
  partySize: number;
  note: string | null;
  createdAt: string;
  steps: { title: string; text: string; at: string | null; state: 'done' | 'now' | 'next' }[];
  /** Until when one may cancel or change; null when that is over. */
  changeableUntil: string | null;
  reschedulesLeft: number;
  /** `visitor` verbs that may be done now. */
  allowed: ('reschedule' | 'cancel' | 'rate')[];
  /** Words of what is next: `明天 10:00 见，林晓在售楼处等您`. */
  promise: string;
  rating: { stars: number; tags: string[]; words: string | null } | null;
}

/** `GET /api/viewings/:id/pass` → what the visitor shows at the door: good once and for a few minutes. */
export interface ViewingPass {
  code: string;
  expiresAt: string;
}

export interface ViewingCancellation {
  reason?: string;
}

export interface ViewingRescheduling {
  slotId: string;
}

/** `POST /api/viewings/:id/feedback`: the visitor's answer on the day after (F10). */
export interface ViewingRating {
  /** 1–5 */
  stars: number;
  tags: string[];
  words?: string;
}

export const VIEWING_RATING_TAGS = ['讲解清楚', '接待热情', '没有催促', '等了太久', '不够专业', '房源与介绍不符'] as const;

/**
 * `POST /api/viewing-waits` `{slotId, name, phone?, consent}` → the place in the line (`MyWait`);
 * `POST /api/viewing-waits/:id/acceptance` takes the offered seat (`ViewingReceipt`), `POST /api/viewing-waits/:id/withdrawal` leaves.
 */
export type WaitRequest = Pick<ViewingBooking, 'slotId' | 'name' | 'phone' | 'note' | 'liveCode' | 'consent'>;

/** An item of `GET /api/me/viewing-waits`. */
export interface MyWait {
  id: string;
  slotId: string;
  kind: ViewingKind;
  projectName: string;
  startsAt: string;
  endsAt: string;
  status: WaitStatus;
  /** Before this person, while waiting. */
  ahead: number;
  /** Until when an offered seat is kept. */
  offerUntil: string | null;
  /** The booking that came of it. */
  viewingId: string | null;
}

/** A colleague who could receive. `GET /api/staff/viewings/:id/hosts` → `{items}` asks for them anew, for another host. */
export interface HostCandidate {
  staffId: string;
  name: string;
  chosen: boolean;
  /** What stands against them; null when nothing does. */
  dropped: string | null;
  viewingsThatDay: number;
}

/** Why this colleague receives the visitor; the same shape as a lead's routing, in sentences. */
export interface HostChoice {
  how: 'sticky' | 'chosen' | 'event' | 'by-hand';
  chosen: { id: string; name: string } | null;
  candidates: HostCandidate[];
  sentences: string[];
}

/** `mine`: those I receive; `team`: all that one may see; `owed`: mine that came and have no feedback yet, whatever the day. */
export type StaffViewingsView = 'mine' | 'team' | 'owed';

/**
 * An item of `GET /api/staff/viewings?projectId&day&view=mine|team|owed&leadId&cursor`: `day` is a Beijing date, its visits come in
 * their order; with `leadId` all of this lead come, the latest first.
 */
export interface StaffViewing {
  id: string;
  number: string;
  status: ViewingStatus;
  kind: ViewingKind;
  projectId: string;
  projectName: string;
  startsAt: string;
  endsAt: string;
  /** With the buffers before and after: so long the host is taken. */
  takenFrom: string;
  takenUntil: string;
  partySize: number;
  customer: { name: string; phoneMasked: string; level: string | null };
  host: { id: string; name: string } | null;
  leadId: string | null;
  /** Whether this colleague may open the lead, and ask for the number there: who receives does not always serve. */
  leadOpen: boolean;
  note: string | null;
  /** `还有 25 分钟`, `已迟到 10 分钟`, `待填反馈`. */
  urgency: { text: string; late: boolean };
  /** Wanted units that are sold or reserved by now (F2): `3号楼 1203 已售`. */
  warnings: string[];
  allowed: ViewingVerb[];
}

/** `GET /api/staff/viewings/:id` */
export interface StaffViewingDetail extends StaffViewing {
  units: { id: string; label: string; state: 'available' | 'reserved' | 'sold' }[];
  hostChoice: HostChoice;
  timeline: TimelineEntry[];
  tour: TourStopView[];
  checkedInAt: string | null;
  feedback: ViewingFeedback | null;
  rating: MyViewing['rating'];
}

/** `POST /api/staff/viewings/:id/rescheduling`: another time for a visitor who called. */
export interface HouseRescheduling extends ViewingRescheduling {
  reason: string;
}

export interface MovedVisit {
  id: string;
  startsAt: string;
  endsAt: string;
}

/** `POST /api/staff/viewings/:id/rehosting`: another colleague receives the visitor. */
export interface Rehosting {
  toStaffId: string;
  reason: string;
}

/** `POST /api/staff/viewings/:id/check-in` (by hand) and `POST /api/staff/viewing-check-ins` `{pass}` (scanned). */
export interface PassCheckIn {
  pass: string;
}

/** `POST /api/viewing-check-ins` `{code}`: the visitor scanned the project's own code at the door → `MyViewing`. */
export interface SiteCheckIn {
  code: string;
}

/** `POST /api/staff/walk-ins`: somebody without a booking; two taps once name and number stand. */
export interface WalkIn {
  projectId: string;
  name: string;
  phone: string;
  partySize?: number;
  channelCode?: string;
}

/** What the desk is told of it: the visit is there, with who receives, and the lead it belongs to. */
export interface WalkInReceipt extends ViewingReceipt {
  leadId: string | null;
}

/** `POST /api/staff/viewings/:id/completion`: the agent's form, within five minutes (F3, F5). */
export interface ViewingFeedback {
  /** Keys of VIEWING_OBJECTIONS. */
  objections: string[];
  /** Keys of TOUR_STOPS. */
  tour: string[];
  level?: 'potential' | 'interested' | 'hot' | 'closing';
  words: string;
  nextPlan?: string;
  /** ISO 8601. */
  nextAt?: string;
}

export const VIEWING_OBJECTIONS = {
  price: '价格偏高',
  layout: '户型不合适',
  location: '位置太远',
  floor: '楼层朝向',
  delivery: '交付太晚',
  school: '学区配套',
  loan: '首付贷款',
  family: '家人未看',
  compare: '在比较别家',
  none: '没有顾虑',
} as const;

/** F5: what a visitor may be shown. A plan says which of them its visits walk, in which order. */
export const TOUR_STOPS = {
  needs: '需求沟通',
  sandbox: '沙盘讲解',
  showroom: '样板间',
  site: '工地实景',
  figures: '算价方案',
  brand: '品牌展厅',
  garden: '园林示范区',
  craft: '工法展示',
} as const;
export type TourStop = keyof typeof TOUR_STOPS;

/** The tour of a kind until somebody plans another. */
export const usualStops = (kind: ViewingKind): TourStop[] =>
  kind === 'viewing' ? ['needs', 'sandbox', 'showroom', 'site', 'figures'] : [];

/** One line of the checklist that the host walks. */
export interface TourStopView {
  stop: TourStop;
  label: string;
  /** When it was shown; null until then. */
  at: string | null;
}

/** `POST /api/staff/viewings/:id/tour`, while the visitor is there. */
export interface TourTick {
  stop: TourStop;
  shown: boolean;
}

/** `GET/PUT /api/staff/viewing-plans?projectId`: how one kind of visit is offered in one project. Each save is a version. */
export interface ViewingPlan {
  id: string;
  projectId: string;
  kind: ViewingKind;
  version: number;
  /** 周末看房专场, 1号楼工地开放日 … */
  title: string;
  /** Who is shown it and may book it. */
  audience: PlanAudience;
  active: boolean;
  lengthMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  minimumNoticeMinutes: number;
  horizonDays: number;
  /** Parties at one time. */
  seats: number;
  /** Of these, kept for high-intent customers until `reservedUntilHours` before. */
  reservedSeats: number;
  reservedUntilHours: number;
  mostOpenPerPerson: number;
  mostPerPersonAndDay: number;
  mostReschedules: number;
  /** Before the start; later than this neither is possible. */
  changeUntilMinutes: number;
  /** A freed seat is kept this long for the next in line. */
  offerMinutes: number;
  /** After the start; then it is a no-show. */
  graceMinutes: number;
  /** Each visit has a colleague of its own; without it one event host receives everybody. */
  personalHost: boolean;
  eventHostId: string | null;
  /** What its visitors are shown, in this order; empty where there is no tour. */
  tourStops: TourStop[];
  /** Weekday (1 Monday … 7 Sunday) → windows of Beijing time. A working day that stands for a weekday counts as that weekday. */
  week: Record<string, { from: string; to: string }[]>;
  /** Opening that is not weekly: an open day, an event. Windows replace those of the week. */
  openDays: { date: string; windows: { from: string; to: string }[]; note: string }[];
  /** Not open although the week says so. */
  closures: { from: string; to: string; note: string }[];
}

/** Without an audience it is for everybody. */
export type ViewingPlanDraft = Omit<ViewingPlan, 'id' | 'version' | 'audience'> & { basedOnVersion: number; audience?: PlanAudience };

/** `GET /api/staff/viewing-report?projectId&from&to` (F6, F9). */
export interface ViewingReport {
  /** Visits by weekday 1–7 and hour of Beijing. */
  heat: { weekday: number; hour: number; visits: number }[];
  funnel: { booked: number; visited: number; noShow: number; cancelled: number; revisited: number; won: number };
  byHost: { staffId: string; name: string; booked: number; visited: number; noShow: number; won: number; rating: number | null }[];
  objections: { key: string; label: string; count: number }[];
  /** Customers of whose visits somebody wrote what they were shown: with and without each stop, and how many of them bought. */
  byStop: { key: string; label: string; shown: number; shownWon: number; others: number; othersWon: number }[];
}
