import { PAUSE_REASONS, type ParcelStep, type ServicePolicy, WORK_ORDER_KIND_LABELS, type WorkOrderKind } from '@guihu/shared';
import type { Schedule } from '../../../platform/working-time';
import { mostUrgent, readClocks } from './clock/clock.policy';
import { beside } from './clock/clock.text';
import { eventsOf, latest, readStanding, type Standing } from './clock/standing.policy';
import type { WorkOrderLog } from './work-order-log';

/** Name of a colleague; null when nobody knows them any more. */
export type NameOf = (staffId: string | null) => string | null;

const nameless: NameOf = () => null;

const TITLES: Readonly<Record<'repair' | 'other', readonly string[]>> = {
  repair: ['已受理', '已派单', '处理中', '待评价', '已完成'],
  other: ['已受理', '已指派', '已响应', '处理完成'],
};

/** J2: where the parcel is. Steps of this run: after a reopening it sets out anew. The last one of a repair shows once it is there. */
export function parcelSteps(log: WorkOrderLog, nameOf: NameOf = nameless): ParcelStep[] {
  const standing = readStanding(log);
  if (standing.status === 'cancelled') return cancelledSteps(standing, nameOf);
  const repair = standing.report.kind === 'repair';
  const stage = stageOf(standing);
  const closed = standing.status === 'closed';
  const titles = TITLES[repair ? 'repair' : 'other'].slice(0, closed ? undefined : 4);
  const now = Math.min(stage, titles.length - 1);
  return titles.map((title, i) => {
    const state = i < now || (i === now && closed) ? 'done' : i === now ? 'now' : 'next';
    return { title, state, ...(state === 'next' ? { text: '', at: null } : partsOf(i, standing, nameOf, state === 'done')) };
  });
}

/** The line under a title: who has it, or what is awaited. */
export function noteOf(log: WorkOrderLog, nameOf: NameOf = nameless): string {
  return parcelSteps(log, nameOf).findLast((step) => step.state !== 'next')?.text ?? '';
}

/**
 * What the owner may count on: 预计 15:30 前有人接单 … or, once it is late, who sees to it. Empty when nothing is promised any more.
 */
export function promiseOf(
  log: WorkOrderLog,
  policy: ServicePolicy,
  schedule: Schedule | null,
  now: number,
  nameOf: NameOf = nameless,
): string {
  const standing = readStanding(log);
  if (!standing.open) return '';
  const open = readClocks(log, policy, schedule, now).filter((clock) => clock.ended === null);
  if (mostUrgent(open)?.late) return `已超时，${aboveOf(standing, nameOf)}正在处理`;
  const dueOf = (key: string) => open.find((clock) => clock.key === key)?.dueAt;
  const before = (instant: number) => `${beside(instant, now)} 前`;
  const [accept, arrive, respond, resolve] = [dueOf('accept'), dueOf('arrive'), dueOf('respond'), dueOf('resolve')];
  if (accept !== undefined) return `预计${before(accept)}有${standing.report.kind === 'repair' ? '人接单' : '专人接手'}`;
  if (standing.status === 'paused') {
    const { data, at } = latest(standing.run, 'paused') as Extract<WorkOrderLog[number], { type: 'paused' }>;
    const until = Math.min(data.untilAt, at + policy.longestPauseMinutes * 60_000);
    return `${pauseWords(data.reason)}，预计${before(until)}继续`;
  }
  if (arrive !== undefined) return `师傅预计${before(arrive)}上门`;
  if (respond !== undefined) return `预计${before(respond)}答复您`;
  return resolve === undefined ? '' : `预计${before(resolve)}办结`;
}

/** A reason in a colleague's own words is not meant for the owner. */
export const pauseWords = (reason: string): string =>
  (PAUSE_REASONS as readonly string[]).includes(reason) ? `已暂停（${reason}）` : '已暂停';

/** 张伟师傅, and 马师傅 as he is; of a complaint plainly by name. */
export function honour(name: string | null, kind: WorkOrderKind): string {
  if (kind === 'repair') return name?.endsWith('师傅') ? name : `${name ?? ''}师傅`;
  return name ?? '专人';
}

function stageOf({ status, run }: Standing): number {
  if (status === 'resolved' || status === 'closed') return status === 'closed' ? 4 : 3;
  if (status === 'received') return 0;
  if (status === 'dispatched' || status === 'accepted') return 1;
  // It may rest before anybody came; then nobody is at work yet.
  const taken = latest(run, 'accepted')?.seq ?? 0;
  return [...eventsOf(run, 'arrived'), ...eventsOf(run, 'responded')].some((event) => event.seq > taken) ? 2 : 1;
}

type Parts = Pick<ParcelStep, 'text' | 'at'>;
const at = (event: { at: number } | undefined, text: string): Parts => ({ text, at: event ? new Date(event.at).toISOString() : null });

function partsOf(step: number, standing: Standing, nameOf: NameOf, done: boolean): Parts {
  const { run, report, status } = standing;
  const who = honour(nameOf(standing.holderId), report.kind);
  switch (step) {
    case 0:
      if (!done) return at(run[0]?.event, `已收到，正在为您安排${report.kind === 'repair' ? '师傅' : '专人'}`);
      return at(run[0]?.event, latest(run, 'reopened') ? '已为您重新受理' : `已收到您的${WORK_ORDER_KIND_LABELS[report.kind]}`);
    case 1: {
      const event = standing.holderId ? latest(run, 'accepted') : (latest(run, 'dispatched') ?? latest(run, 'transferred'));
      if (!done && status === 'paused') return at(latest(run, 'paused'), pauseWords(latest(run, 'paused')?.data.reason ?? ''));
      return at(event, standing.holderId ? `${who}已接单` : waitingFor(standing, nameOf));
    }
    case 2: {
      const event = latest(run, 'arrived') ?? latest(run, 'responded');
      // Who came need not be who ended it.
      const came = honour(nameOf(event?.actor.id ?? null), report.kind);
      if (done) return at(event, !event ? '' : event.type === 'arrived' ? `${came}已上门` : `${came}已首次响应`);
      if (status === 'paused') return at(latest(run, 'paused'), pauseWords(latest(run, 'paused')?.data.reason ?? ''));
      return at(event, standing.contractorName ? `${standing.contractorName}正在处理，${who}跟进` : `${who}正在处理`);
    }
    case 3: {
      const rating = latest(run, 'rated');
      const finished = { at: standing.resolvedAt ?? 0 };
      if (rating && standing.rated) return at(rating, `您评了 ${rating.data.stars} 星`);
      return at(finished, done ? '处理完成，未评价' : '处理完成，请您评价');
    }
    default:
      return at(latest(run, 'closed'), '服务已完成');
  }
}

function waitingFor({ run, report, askedId }: Standing, nameOf: NameOf): string {
  if (askedId) return `已通知${honour(nameOf(askedId), report.kind)}，等待接单`;
  const claimants = latest(run, 'dispatched')?.data.claimants?.length ?? 0;
  if (claimants > 0) return `已通知 ${claimants} 位${report.kind === 'repair' ? '师傅' : '同事'}，等待接单`;
  return `主管正在为您安排${report.kind === 'repair' ? '师傅' : '专人'}`;
}

function cancelledSteps(standing: Standing, nameOf: NameOf): ParcelStep[] {
  const steps: ParcelStep[] = [{ title: '已受理', state: 'done', ...partsOf(0, standing, nameOf, true) }];
  const taken = latest(standing.run, 'accepted');
  const titles = TITLES[standing.report.kind === 'repair' ? 'repair' : 'other'];
  if (taken) steps.push({ title: titles[1] as string, state: 'done', ...partsOf(1, standing, nameOf, true) });
  const cancelled = latest(standing.run, 'cancelled');
  return [...steps, { title: '已取消', state: 'done', ...at(cancelled, cancelled?.actor.kind === 'customer' ? '您已取消' : '工单已取消') }];
}

/** Who sees to a late one, as they were last named; before that, the supervisor. */
function aboveOf({ run }: Standing, nameOf: NameOf): string {
  const told = run.map(({ event }) => event).findLast((event) => event.type === 'escalated' || event.type === 'overdue');
  const raised = latest(run, 'escalated')?.data;
  const title = raised?.level === 2 && raised.staffId === told?.data.staffId ? '经理' : '主管';
  return `${title}${(told && nameOf(told.data.staffId ?? null)) ?? ''}`;
}
