import type { RevisitReason, RevisitStatus, WorkOrderKind, WorkOrderStatus, WorkOrderVerb } from '../states/work-order';
import type { ComplaintGrade, Severity } from '../values/severity';
import type { WarrantyPart, WarrantyVerdict } from '../values/warranty';
import type { TimelineEntry } from './lead';
import type { ColleagueCard } from './staff';
import type { PhotoView } from './upload';

/** `GET /api/work-order-categories` → `{items}`: the tree of what can be reported. */
export interface WorkOrderCategory {
  id: string;
  name: string;
  kind: WorkOrderKind;
  /** Key of the drawn picture. */
  picture: string;
  /** Whose statutory warranty it falls under; null when none does. */
  part: WarrantyPart | null;
  /** Skill that its leaves ask of an engineer, as shown to people: 防水, 电工 … */
  skill: string | null;
  children: WorkOrderCategory[];
}

/** `POST /api/work-orders` */
export interface WorkOrderReport {
  kind: WorkOrderKind;
  unitId: string;
  /** Id of a category, a leaf or not. */
  category: string;
  description: string;
  uploadIds?: string[];
  /** Another number to ring; else the bound one. */
  contactPhone?: string;
  /** When the owner would like somebody to come, ISO 8601. */
  preferredTime?: string;
  urgent?: boolean;
  /** For a complaint: how far it reaches and how the person feels; the desk may grade anew. */
  scope?: ComplaintGrade['scope'];
  mood?: ComplaintGrade['mood'];
}

export interface WorkOrderReceipt {
  id: string;
  number: string;
  status: WorkOrderStatus;
  warranty: WarrantyVerdict;
  /** 预计 15:30 前有人接单 */
  promise: string;
}

/** `GET /api/warranty?unitId&category`: what the owner is told before sending. */
export type WarrantyPreview = WarrantyVerdict;

/** One step of the parcel line. */
export interface ParcelStep {
  title: string;
  text: string;
  at: string | null;
  state: 'done' | 'now' | 'next';
}

/** An item of `GET /api/me/work-orders?status=open|done`, newest first; one that waits for the rating is still open. */
export interface MyWorkOrder {
  id: string;
  number: string;
  kind: WorkOrderKind;
  status: WorkOrderStatus;
  statusLabel: string;
  categoryName: string;
  picture: string;
  homeLabel: string;
  description: string;
  createdAt: string;
  /** The line under the title: who has it, or what is awaited. */
  note: string;
  /** 预计 15:30 前有人接单; empty once nothing is promised any more. */
  promise: string;
  thumbUrl: string | null;
}

/** `GET /api/work-orders/:id` for the owner. */
export interface WorkOrderView extends MyWorkOrder {
  warranty: WarrantyVerdict;
  severity: Severity | null;
  urgent: boolean;
  preferredTime: string | null;
  assignee: ColleagueCard | null;
  /** The firm that came instead, when one did. */
  contractorName: string | null;
  steps: ParcelStep[];
  timeline: TimelineEntry[];
  photos: PhotoView[];
  rating: { stars: number; tags: string[]; comment: string | null; at: string } | null;
  /** What was done, in the engineer's words; for a complaint, cause and remedy. */
  outcome: WorkOrderOutcome | null;
  /** What the owner may do now; buttons show these and no others. */
  allowed: OwnerVerb[];
  /** Why urging is not possible at this moment, with the time at which it is. */
  urgeHint: string | null;
  reopenUntil: string | null;
}

export type OwnerVerb = 'urge' | 'cancel' | 'reopen' | 'rate';

export interface WorkOrderOutcome {
  words: string;
  parts: PartUsed[];
  rootCause: string | null;
  correctiveAction: string | null;
  byContractor: string | null;
}

export interface PartUsed {
  name: string;
  quantity: number;
  /** Fen; what the owner pays, zero within warranty. */
  priceFen: number;
}

/** `POST /api/work-orders/:id/rating` */
export interface RatingRequest {
  stars: number;
  tags?: string[];
  comment?: string;
  /** With a low rating: false when the thing itself is mended; then somebody rings instead of coming again. */
  stillBroken?: boolean;
}

export interface RatingReceipt {
  id: string;
  status: WorkOrderStatus;
  /** What follows from it: 已重新派单 … */
  message: string;
}

export const RATING_TAGS = {
  good: ['准时上门', '技术好', '态度好', '打扫干净', '讲解清楚'],
  bad: ['没修好', '迟到', '态度差', '收费不清', '弄脏家里'],
} as const;

export interface ReasonRequest {
  reason: string;
}

export interface WorkOrderChange {
  id: string;
  number: string;
  status: WorkOrderStatus;
}

/** Clocks of rules J4, J5 and J9. `respond` is a complaint's first answer; a repair has `accept`, `arrive` and `resolve`. */
export const CLOCKS = { accept: '接单', arrive: '上门', respond: '首次响应', resolve: '办结' } as const;
export type ClockKey = keyof typeof CLOCKS;

export interface ClockView {
  key: ClockKey;
  name: string;
  startedAt: string;
  dueAt: string;
  /** When 80 % is used. */
  warnAt: string;
  stoppedAt: string | null;
  pausedMinutes: number;
  state: 'running' | 'paused' | 'met' | 'missed' | 'late' | 'dropped';
  /** 还剩 1 小时 20 分 / 超时 12 分钟 / 14:02 完成，用时 32 分 */
  text: string;
  /** How the due time came about, stretch by stretch. */
  why: string[];
}

/** Numbers of the service promise; a project's own, published with its dispatch rules. Minutes of plain time unless `hours` says otherwise. */
export interface ServicePolicy {
  /** J4. */
  acceptMinutes: number;
  urgentAcceptMinutes: number;
  /** From the supervisor to the manager. */
  managerAfterMinutes: number;
  arriveMinutes: number;
  urgentArriveMinutes: number;
  /** J23. */
  resolveMinutes: number;
  urgentResolveMinutes: number;
  /** J9. */
  respondMinutes: number;
  complaintResolveMinutes: number;
  warnAtPercent: number;
  /** Whether arrival and resolution of what is not urgent run through the night. */
  hours: 'always' | 'service';
  mostPauses: number;
  longestPauseMinutes: number;
  mostTransfers: number;
  mostReturns: number;
  mostContracts: number;
  mostUrges: number;
  urgeEveryMinutes: number;
  reopenDays: number;
  mostReopens: number;
  revisitAfterHours: number;
  closeAfterDays: number;
  /** Stars at or below which it is done again or somebody rings. */
  lowStars: number;
}

export const DEFAULT_SERVICE_POLICY: ServicePolicy = {
  acceptMinutes: 120,
  urgentAcceptMinutes: 30,
  managerAfterMinutes: 120,
  arriveMinutes: 240,
  urgentArriveMinutes: 60,
  resolveMinutes: 1440,
  urgentResolveMinutes: 480,
  respondMinutes: 1440,
  complaintResolveMinutes: 2880,
  warnAtPercent: 80,
  hours: 'always',
  mostPauses: 3,
  longestPauseMinutes: 4320,
  mostTransfers: 3,
  mostReturns: 2,
  mostContracts: 2,
  mostUrges: 3,
  urgeEveryMinutes: 30,
  reopenDays: 7,
  mostReopens: 2,
  revisitAfterHours: 48,
  closeAfterDays: 3,
  lowStars: 2,
};

/**
 * An item of `GET /api/staff/work-orders?view=mine|claimable|late|team|done&status&projectId&q`. Open views begin with what ends first,
 * everything else with the newest; `q` is a number from its beginning, or where the home is.
 */
export interface StaffWorkOrderSummary {
  id: string;
  number: string;
  kind: WorkOrderKind;
  status: WorkOrderStatus;
  statusLabel: string;
  projectId: string;
  homeLabel: string;
  buildingName: string;
  categoryName: string;
  picture: string;
  description: string;
  urgent: boolean;
  severity: Severity | null;
  assignee: { id: string; name: string } | null;
  /** Who owes the next step: engineer, supervisor or manager. */
  responsible: { id: string; name: string } | null;
  contractorName: string | null;
  escalation: 0 | 1 | 2;
  urges: number;
  createdAt: string;
  preferredTime: string | null;
  /** The clock that ends first: `待接单，还剩 40 分钟`. */
  urgency: { clock: ClockKey | null; text: string; late: boolean; dueAt: string | null };
  warranty: WarrantyVerdict['label'];
}

export interface StaffWorkOrderDetail extends StaffWorkOrderSummary {
  reporter: { name: string; phoneMasked: string; role: string };
  warrantyVerdict: WarrantyVerdict;
  grade: ComplaintGrade | null;
  photos: PhotoView[];
  clocks: ClockView[];
  timeline: TimelineEntry[];
  outcome: WorkOrderOutcome | null;
  rating: { stars: number; tags: string[]; comment: string | null; at: string } | null;
  revisits: RevisitView[];
  /** One sentence: 为什么是你. */
  why: string;
  /** Verbs this person may do now. */
  allowed: StaffWorkOrderVerb[];
  /** 还可转单 2 次 … */
  limits: string[];
}

export type StaffWorkOrderVerb = Exclude<WorkOrderVerb, 'dispatch' | 'redispatch' | 'resumeBeforeArrival' | 'close'> | StaffOnlyVerb;
export type StaffOnlyVerb = 'claim' | 'return' | 'transfer' | 'contract' | 'grade' | 'respond' | 'revealPhone';

export interface ArrivalRequest {
  /** Optional place, WGS-84 degrees. */
  latitude?: number;
  longitude?: number;
}

/** `POST …/completion` */
export interface CompletionRequest {
  words: string;
  parts?: PartUsed[];
  beforeUploadIds?: string[];
  afterUploadIds?: string[];
  /** Mandatory for a complaint (J11). */
  rootCause?: string;
  correctiveAction?: string;
}

export interface PauseRequest extends ReasonRequest {
  /** When it shall go on at the latest, ISO 8601; at most the policy's longest pause away. */
  until?: string;
}

export const PAUSE_REASONS = ['等待配件', '业主改约', '家中无人', '需其他工种配合', '等待审批'] as const;

export interface OrderTransferRequest extends ReasonRequest {
  toStaffId: string;
}

export interface ContractRequest extends ReasonRequest {
  contractorId: string;
}

/** `POST …/response`: the first answer to a complaint, J9. */
export interface ResponseRequest {
  words: string;
}

export interface GradeRequest extends ComplaintGrade, ReasonRequest {}

export interface ContractorView {
  id: string;
  name: string;
  trade: string;
  phone: string;
}

/** An item of `GET /api/staff/revisits`. */
export interface RevisitView {
  id: string;
  workOrderId: string;
  number: string;
  homeLabel: string;
  reason: RevisitReason;
  reasonLabel: string;
  status: RevisitStatus;
  owner: { id: string; name: string };
  dueAt: string;
  doneAt: string | null;
  note: string | null;
}

/** `POST /api/staff/revisits/:id/record` */
export interface RevisitRecord {
  /** Whether the owner was reached. */
  connected: boolean;
  satisfied?: boolean;
  note: string;
}

/** `GET /api/staff/work-order-board?projectId` */
export interface WorkOrderBoard {
  at: string;
  counts: { status: WorkOrderStatus; label: string; count: number }[];
  /** What is late or about to be, by clock. */
  clocks: { clock: ClockKey; name: string; late: number; soon: number }[];
  buildings: { id: string; name: string; floors: number; open: number; late: number; soon: number }[];
  people: {
    id: string;
    name: string;
    skills: string[];
    onDuty: boolean;
    /** 当班 / 18:00 交班 / 明天 08:00 接班 */
    shift: string;
    open: number;
    capacity: number;
    late: number;
  }[];
  /** The twenty that end first. */
  urgent: StaffWorkOrderSummary[];
  /** J18: orders that nobody owns and no clock watches; always zero, or the sweep is at work. */
  orphans: number;
}

/** One turn of the 24-hour rota, J15. */
export interface RotaTurn {
  id: string;
  staffId: string;
  staffName: string;
  fromAt: string;
  toAt: string;
}

/** `GET /api/staff/rota?projectId&from&to` (ISO 8601, at most 62 days) */
export interface RotaView {
  people: { id: string; name: string; skills: string[]; shiftName: string | null }[];
  turns: RotaTurn[];
  /** Stretches at which no engineer is there: turns, weekly shifts and leaves counted in. */
  gaps: { fromAt: string; toAt: string }[];
}

/** `POST /api/staff/rota` */
export interface RotaTurnRequest {
  staffId: string;
  fromAt: string;
  toAt: string;
}

/** `POST /api/staff/sla-replays`: what other numbers would have made of past orders (rule 105). Nothing is rewritten. */
export interface SlaReplayRequest {
  projectId: string;
  policy: ServicePolicy;
  fromAt: string;
  toAt: string;
}

export interface SlaReplayView {
  orders: number;
  clocks: { clock: ClockKey; name: string; now: { met: number; missed: number }; draft: { met: number; missed: number } }[];
  /** Orders whose verdict changes, newest first, at most fifty. */
  changed: { id: string; number: string; clock: ClockKey; now: ClockView['state']; draft: ClockView['state'] }[];
}

/**
 * `GET /api/staff/work-order-report?projectId&from&to` (ISO 8601, `to` exclusive, at most a year), rules J7, J21 and J23: of the orders
 * reported in that time, as far as the colleague may see them. Minutes are those that count: pauses and, where the policy says so,
 * nights are taken out. Shares are 0–1; null where there is nothing to count. Cancelled orders count in `total`, `types` and `days` only.
 */
export interface WorkOrderReportView {
  fromAt: string;
  toAt: string;
  total: number;
  closed: number;
  /** By the category that was chosen, most of them first. */
  types: { id: string; name: string; count: number; share: number }[];
  /** `metShare`: of the clocks that are decided; one that is late and still runs is not met. */
  times: {
    clock: ClockKey;
    name: string;
    meanMinutes: number | null;
    medianMinutes: number | null;
    p90Minutes: number | null;
    metShare: number | null;
  }[];
  /** Satisfied is four stars or five. */
  satisfaction: { meanStars: number | null; rated: number; satisfiedShare: number | null };
  buildings: { id: string; name: string; count: number; meanStars: number | null; meanResolveMinutes: number | null }[];
  engineers: {
    id: string;
    name: string;
    count: number;
    meanStars: number | null;
    meanResolveMinutes: number | null;
    lateShare: number | null;
  }[];
  days: { day: string; reported: number; closed: number }[];
  /** Target lines: 24 hours and 95 %. */
  targets: { resolveMinutes: number; satisfiedShare: number };
}
