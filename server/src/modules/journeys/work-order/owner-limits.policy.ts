import { type ErrorCode, type OwnerVerb, type ServicePolicy, sayTime, type WorkOrderStatus } from '@guihu/shared';
import { eventsOf, readStanding } from './clock/standing.policy';
import type { WorkOrderEventType, WorkOrderLog } from './work-order-log';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Whether the owner may do it at this moment. `hint` says to them why not, or until when; null when the button is out of place. */
export type OwnerLimit =
  | { readonly ok: true; readonly hint: string | null }
  | { readonly ok: false; readonly code: ErrorCode; readonly hint: string | null };

const yes = (hint: string | null = null): OwnerLimit => ({ ok: true, hint });
const no = (code: ErrorCode, hint: string | null = null): OwnerLimit => ({ ok: false, code, hint });

/** An open order may be urged some times, with a rest between; counted anew after a reopening. */
export function mayUrge(log: WorkOrderLog, policy: ServicePolicy, now: number): OwnerLimit {
  const { open, run } = readStanding(log);
  if (!open) return no('work-order.state-conflict');
  const urges = eventsOf(run, 'urged');
  if (urges.length >= policy.mostUrges) return no('work-order.urges-spent', `已催单 ${urges.length} 次，我们会尽快与您联系`);
  const last = urges.at(-1);
  const nextAt = last ? last.at + policy.urgeEveryMinutes * MINUTE_MS : now;
  if (now >= nextAt) return yes();
  // A clock without seconds must not name a minute in which it is still too soon.
  const shown = sayTime(Math.ceil(nextAt / MINUTE_MS) * MINUTE_MS, now).replace('今天 ', '');
  return no('work-order.urge-too-soon', `已收到您的催单，${shown} 后可以再次催单`);
}

/** Until somebody came or answered. */
export function mayCancel(log: WorkOrderLog): OwnerLimit {
  const { open, run } = readStanding(log);
  if (!open) return no('work-order.state-conflict');
  const code = 'work-order.cancel-too-late';
  if (eventsOf(run, 'responded').length > 0) return no(code, '我们已开始处理，如需撤回请告诉处理人');
  if (eventsOf(run, 'arrived').length > 0) return no(code, '师傅已上门，如需取消请直接告诉师傅');
  return yes();
}

/** Some days after it was finished (plain time), some times in all. `until` (epoch ms, exclusive) is null when it may not. */
export function mayReopen(log: WorkOrderLog, policy: ServicePolicy, now: number): OwnerLimit & { readonly until: number | null } {
  const { status, resolvedAt } = readStanding(log);
  if (!isFinished(status) || resolvedAt === null) return { ...no('work-order.state-conflict'), until: null };
  const until = resolvedAt + policy.reopenDays * DAY_MS;
  const reopened = log.filter((event) => event.type === 'reopened').length;
  if (now >= until) return { ...no('work-order.reopen-over', `办结已超过 ${policy.reopenDays} 天，如仍有问题请重新报事`), until: null };
  if (reopened >= policy.mostReopens)
    return { ...no('work-order.limit-reached', `已重新处理过 ${reopened} 次，请联系客服跟进`), until: null };
  return { ...yes(`如仍有问题，可在 ${sayTime(until, now)} 前申请重新处理`), until };
}

/** Once after each finishing, also when time closed it. */
export function mayRate(log: WorkOrderLog): OwnerLimit {
  const { status, rated } = readStanding(log);
  if (!isFinished(status)) return no('work-order.state-conflict');
  return rated ? no('work-order.already-rated', '您已评价过本次服务') : yes();
}

/** What the owner may do now: buttons show these and no others. */
export function ownerVerbs(log: WorkOrderLog, policy: ServicePolicy, now: number): OwnerVerb[] {
  const may: Record<OwnerVerb, boolean> = {
    urge: mayUrge(log, policy, now).ok,
    cancel: mayCancel(log).ok,
    reopen: mayReopen(log, policy, now).ok,
    rate: mayRate(log).ok,
  };
  return (Object.keys(may) as OwnerVerb[]).filter((verb) => may[verb]);
}

/**
 * What follows from a rating (J6): a low one is done again, or, when the thing itself is mended or it can no longer be reopened,
 * somebody rings. Anything better closes it.
 */
export function ratingOutcome(
  rating: { stars: number; stillBroken?: boolean | null },
  log: WorkOrderLog,
  policy: ServicePolicy,
  now: number,
): 'reopen' | 'revisit' | 'close' {
  if (rating.stars > policy.lowStars) return 'close';
  return rating.stillBroken !== false && mayReopen(log, policy, now).ok ? 'reopen' : 'revisit';
}

const isFinished = (status: WorkOrderStatus): boolean => status === 'resolved' || status === 'closed';

const STAFF_LIMITS = { transfers: '转单', returns: '退回', pauses: '暂停', contracts: '转外部单位' } as const;

/** How often each may still be done since the report or the latest reopening, with 还可转单 2 次 … as colleagues read it. */
export type StaffLimits = { readonly [Key in keyof typeof STAFF_LIMITS]: number } & { readonly sentences: string[] };

/** Nobody passes an order on, or lets it rest, for ever. */
export function staffLimits(log: WorkOrderLog, policy: ServicePolicy): StaffLimits {
  const { run } = readStanding(log);
  const left = (most: number, type: WorkOrderEventType) => Math.max(0, most - eventsOf(run, type).length);
  const limits = {
    transfers: left(policy.mostTransfers, 'transferred'),
    returns: left(policy.mostReturns, 'returned'),
    pauses: left(policy.mostPauses, 'paused'),
    contracts: left(policy.mostContracts, 'contracted'),
  };
  const keys = Object.keys(STAFF_LIMITS) as (keyof typeof STAFF_LIMITS)[];
  const sentences = keys.map((key) => (limits[key] > 0 ? `还可${STAFF_LIMITS[key]} ${limits[key]} 次` : `${STAFF_LIMITS[key]}次数已用完`));
  return { ...limits, sentences };
}
