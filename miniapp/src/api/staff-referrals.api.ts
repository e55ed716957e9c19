import type {
  AppealJudgement,
  AppealRequest,
  DeclaredRelative,
  FlagJudgement,
  Page,
  ReferralShare,
  ReferralStageStep,
  ReferralStatus,
  RelativeDeclaration,
  StaffReferral,
  StaffReferralDetail,
  VerdictRules,
  VerdictRulesDraft,
  VerdictSettings,
  VerdictSimulation,
  VerdictView,
} from '@guihu/shared';
import { type ApiRequest, type ListQuery, segment } from './api-request';

export interface StaffReferralQuery extends ListQuery {
  projectId?: string;
  status?: ReferralStatus;
  view?: 'flagged' | 'appealed';
}

/** What a verdict is about. */
export type VerdictSubject = { referralId: string } | { leadId: string };

const subjectPath = (subject: VerdictSubject): string =>
  'referralId' in subject ? `/api/staff/referrals/${segment(subject.referralId)}` : `/api/staff/leads/${segment(subject.leadId)}`;

/** Who brought whom, how it was judged, and by which rules. */
export function createStaffReferralsApi(request: ApiRequest) {
  return {
    list: (query: StaffReferralQuery = {}) =>
      request<Page<StaffReferral>>({ method: 'GET', path: '/api/staff/referrals', query: { ...query } }),
    detail: (id: string) => request<StaffReferralDetail>({ method: 'GET', path: `/api/staff/referrals/${segment(id)}` }),
    step: (id: string, body: ReferralStageStep) =>
      request<unknown>({ method: 'POST', path: `/api/staff/referrals/${segment(id)}/stage`, body }),
    verdict: (subject: VerdictSubject) => request<VerdictView>({ method: 'GET', path: `${subjectPath(subject)}/verdict` }),
    appealOnLead: (leadId: string, body: AppealRequest, idempotencyKey: string) =>
      request<unknown>({ method: 'POST', path: `/api/staff/leads/${segment(leadId)}/appeal`, body, idempotencyKey }),
    judgeAppeal: (appealId: string, body: AppealJudgement) =>
      request<unknown>({ method: 'POST', path: `/api/staff/appeals/${segment(appealId)}/judgement`, body }),
    judgeFlag: (flagId: string, body: FlagJudgement) =>
      request<unknown>({ method: 'POST', path: `/api/staff/fraud-flags/${segment(flagId)}/judgement`, body }),
    /** Newest version first; the first is in force. */
    rules: (projectId: string) => request<Page<VerdictRules>>({ method: 'GET', path: '/api/staff/verdict-rules', query: { projectId } }),
    publishRules: (draft: VerdictRulesDraft) => request<VerdictRules>({ method: 'POST', path: '/api/staff/verdict-rules', body: draft }),
    /** What the draft would have made of the claims of the last `days`. Changes nothing. */
    simulate: (projectId: string, settings: VerdictSettings, days: number) =>
      request<VerdictSimulation>({ method: 'POST', path: '/api/staff/verdict-rules/simulation', body: { projectId, settings, days } }),
    /** Beijing dates, `to` included; all of one's projects when none is named. */
    share: (span: { from: string; to: string; projectId?: string }) =>
      request<ReferralShare>({ method: 'GET', path: '/api/staff/referral-share', query: { ...span } }),
    relatives: () => request<{ items: DeclaredRelative[] }>({ method: 'GET', path: '/api/staff/relatives' }),
    declareRelative: (body: RelativeDeclaration, idempotencyKey: string) =>
      request<unknown>({ method: 'POST', path: '/api/staff/relatives', body, idempotencyKey }),
    removeRelative: (id: string) => request<unknown>({ method: 'POST', path: `/api/staff/relatives/${segment(id)}/removal` }),
  };
}
export type StaffReferralsApi = ReturnType<typeof createStaffReferralsApi>;
