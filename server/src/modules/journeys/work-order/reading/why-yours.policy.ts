import type { DispatchDecisionView } from '@guihu/shared';
import { latest, readStanding } from '../clock/standing.policy';
import type { NameOf } from '../progress.policy';
import type { WorkOrderEventData, WorkOrderLog } from '../work-order-log';

export interface WhyFacts {
  log: WorkOrderLog;
  /** Who asks. */
  staffId: string;
  responsibleId: string | null;
  claimant: boolean;
  /** The newest one. */
  decision: Pick<DispatchDecisionView, 'outcome' | 'chosen' | 'sentences' | 'decidedAt'> | null;
  nameOf: NameOf;
}

/** 为什么是你, in one sentence; of somebody else's order, whose it is. Read from the log and the decision, never calculated anew. */
export function whyYours({ log, staffId, responsibleId, claimant, decision, nameOf }: WhyFacts): string {
  const { run, holderId, askedId, open } = readStanding(log);
  const name = (id: string | null) => nameOf(id) ?? '同事';
  const holder = holderId ?? askedId;
  if (!open) return holder === null ? '这张工单已结束' : `由${holder === staffId ? '你' : name(holder)}处理，已结束`;
  const byHand = latest(run, 'transferred');
  if (holder === staffId) {
    const asked = latest(run, 'dispatched');
    if (byHand && byHand.data.toStaffId === staffId) return `${name(byHand.actor.id)}转给你：${byHand.data.reason}`;
    if (asked?.data.staffId === staffId && asked.actor.kind === 'staff') {
      return `${name(asked.actor.id)}指派给你${asked.data.reason ? `：${asked.data.reason}` : ''}`;
    }
    const again = latest(run, 'reopened');
    // What was decided before it came back says nothing about why it is theirs now.
    const fresh = again && decision && Date.parse(decision.decidedAt) < again.at ? null : decision;
    return conclusionFor(staffId, fresh) ?? (again ? `${againWords(again.data)}，仍由你负责` : '这张工单由你负责');
  }
  const escalated = latest(run, 'escalated');
  if (responsibleId === staffId) {
    const above = escalated?.data.level === 2 ? '经理' : '主管';
    return holder === null ? '没有合适的同事可派，请你安排' : `${name(holder)}未能按时处理，已升级给你（${above}）`;
  }
  if (claimant) return '这张工单开放抢单，先接先得';
  return holder === null ? '这张工单等待安排' : `由${name(holder)}负责`;
}

const againWords = ({ why, reason }: WorkOrderEventData['reopened']): string => (why === 'owner' ? `业主要求重新处理：${reason}` : reason);

function conclusionFor(staffId: string, decision: WhyFacts['decision']): string | null {
  if (decision?.outcome !== 'assigned' || decision.chosen?.id !== staffId) return null;
  return decision.sentences.at(-1) ?? null;
}
