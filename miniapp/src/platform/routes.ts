import type { ViewingKind } from '@guihu/shared';
import type { Scanned } from './scanned-channel';

/** Names, paths and parameters of every page. Messages from the server link to these paths too: changing one breaks links already sent. */
export interface RouteParams {
  home: Scanned;
  todo: Record<never, never>;
  me: Record<never, never>;
  project: { id: string } & Scanned;
  /** `layout` is the id of the layout that was looked at. */
  leaveDetails: { id: string; layout?: string } & Scanned;
  /** `no` is the receipt number, known before the page has asked for the rest. */
  receipt: { id: string; no?: string };
  myLeads: Record<never, never>;
  policy: Record<never, never>;
  messages: Record<never, never>;
  consents: Record<never, never>;
  homes: Record<never, never>;
  /** `code` is told once, to whoever made the invitation. */
  homeInvitation: { code: string };
  /** `id` is the project's. */
  bookViewing: { id: string; kind?: ViewingKind } & Scanned;
  myViewings: Record<never, never>;
  /** `no` is the number, known before the page has asked for the rest. */
  myViewing: { id: string; no?: string };
  /** `id` is the viewing's. */
  changeViewing: { id: string };
  /** `id` is the viewing's. */
  viewingPass: { id: string };
  /** The project's own code at the door, as scanned. */
  siteCheckIn: { code?: string; scene?: string };
  report: { kind?: 'repair' | 'complaint' | 'suggestion'; unitId?: string };
  myOrders: { status?: 'open' | 'done' };
  /** `no` is the number, known before the page has asked for the rest. */
  myOrder: { id: string; no?: string };
  refer: { id: string };
  poster: { id: string };
  registerFriend: { id: string };
  referralRules: { id: string };
  realName: Record<never, never>;
  myReferrals: Record<never, never>;
  myReferral: { id: string };
  /** `code` is told once, to whoever registered the friend. */
  referralAsk: { code: string };
  myRewards: Record<never, never>;
  catalogue: Record<never, never>;
  myRedemptions: { id?: string };
  /** `owner` is a colleague's id, `ownerName` only a word for the page's title. */
  leads: { projectId?: string; status?: string; id?: string; owner?: string; ownerName?: string };
  lead: { id: string };
  /** `id` is the lead's. */
  mergeCustomer: { id: string };
  followUp: { id: string };
  entry: { projectId?: string };
  board: { projectId?: string };
  tasks: { due?: 'overdue' | 'today' | 'upcoming' };
  staffOrders: { view?: 'mine' | 'claimable' | 'late' | 'team' | 'done'; projectId?: string; q?: string; id?: string };
  staffOrder: { id: string };
  finishOrder: { id: string };
  serviceBoard: { projectId?: string };
  dispatchRules: { projectId?: string };
  rota: { projectId?: string };
  revisits: Record<never, never>;
  serviceReport: { projectId?: string };
  /** `day` is a Beijing date. */
  staffViewings: { view?: 'mine' | 'team'; projectId?: string; day?: string; id?: string };
  staffViewing: { id: string };
  walkIn: { projectId?: string };
  /** `id` is the viewing's. */
  moveViewing: { id: string };
  viewingFeedback: { id: string };
  viewingPlans: { projectId?: string };
  siteRota: { projectId?: string };
  viewingReport: { projectId?: string };
  referralShare: Record<never, never>;
  codes: { projectId?: string };
  code: { id: string };
  referrals: { view?: 'flagged' | 'appealed'; projectId?: string; id?: string };
  referral: { id: string };
  /** The verdict on a referral, or on a lead. */
  verdict: { referralId: string } | { leadId: string };
  verdictRules: { projectId?: string };
  rewards: { status?: string; projectId?: string; id?: string };
  reward: { id: string };
  rewardRules: { projectId?: string };
  redemptions: { code?: string };
  relatives: Record<never, never>;
  /** `id` is the project's. */
  stories: { id: string };
  neighbourServices: Record<never, never>;
  myStories: Record<never, never>;
  writeStory: Record<never, never>;
  staffStories: { projectId?: string };
  extras: Record<never, never>;
  /** `id` is the project's that is thought of first. */
  repurchase: { id: string };
  neighbourEvents: Record<never, never>;
  staffExtras: { projectId?: string };
  extraInterests: { projectId?: string };
}
export type RouteName = keyof RouteParams;

const CUSTOMER = '/subpackages/customer/pages';
const VISIT = '/subpackages/visit/pages';
const HOME = '/subpackages/home/pages';
const REFERRAL = '/subpackages/referral/pages';
const SALES = '/subpackages/sales/pages';
const SERVICE = '/subpackages/service/pages';
const INSIGHT = '/subpackages/insight/pages';
const NEIGHBOUR = '/subpackages/neighbour/pages';
const GROWTH = '/subpackages/growth/pages';

export const PATHS: Readonly<Record<RouteName, string>> = {
  home: '/pages/home/index',
  todo: '/pages/todo/index',
  me: '/pages/me/index',
  /** `id` is the project's. */
  project: `${CUSTOMER}/project/index`,
  /** `id` is the project's. */
  leaveDetails: `${CUSTOMER}/leave-details/index`,
  /** `id` is the lead's. */
  receipt: `${CUSTOMER}/receipt/index`,
  myLeads: `${CUSTOMER}/my-leads/index`,
  policy: `${CUSTOMER}/policy/index`,
  messages: `${CUSTOMER}/messages/index`,
  consents: `${CUSTOMER}/consents/index`,
  homes: `${HOME}/homes/index`,
  homeInvitation: `${HOME}/invitation/index`,
  bookViewing: `${VISIT}/book/index`,
  myViewings: `${VISIT}/viewings/index`,
  /** `id` is the viewing's. */
  myViewing: `${VISIT}/viewing/index`,
  changeViewing: `${VISIT}/change/index`,
  viewingPass: `${VISIT}/pass/index`,
  siteCheckIn: `${VISIT}/check-in/index`,
  report: `${HOME}/report/index`,
  myOrders: `${HOME}/orders/index`,
  /** `id` is the work order's. */
  myOrder: `${HOME}/order/index`,
  /** `id` is the project's. */
  refer: `${REFERRAL}/refer/index`,
  /** `id` is the project's. */
  poster: `${REFERRAL}/poster/index`,
  /** `id` is the project's. */
  registerFriend: `${REFERRAL}/register-friend/index`,
  /** `id` is the project's. */
  referralRules: `${REFERRAL}/rules/index`,
  realName: `${REFERRAL}/real-name/index`,
  myReferrals: `${REFERRAL}/referrals/index`,
  /** `id` is the referral's. */
  myReferral: `${REFERRAL}/referral/index`,
  referralAsk: `${REFERRAL}/ask/index`,
  myRewards: `${REFERRAL}/rewards/index`,
  catalogue: `${REFERRAL}/catalogue/index`,
  myRedemptions: `${REFERRAL}/redemptions/index`,
  leads: `${SALES}/leads/index`,
  /** `id` is the lead's. */
  lead: `${SALES}/lead/index`,
  /** `id` is the lead's. */
  mergeCustomer: `${SALES}/merge/index`,
  /** `id` is the lead's. */
  followUp: `${SALES}/follow-up/index`,
  entry: `${SALES}/entry/index`,
  board: `${SALES}/board/index`,
  tasks: `${SALES}/tasks/index`,
  staffOrders: `${SERVICE}/orders/index`,
  /** `id` is the work order's. */
  staffOrder: `${SERVICE}/order/index`,
  /** `id` is the work order's. */
  finishOrder: `${SERVICE}/finish/index`,
  serviceBoard: `${SERVICE}/board/index`,
  dispatchRules: `${SERVICE}/rules/index`,
  rota: `${SERVICE}/rota/index`,
  revisits: `${SERVICE}/revisits/index`,
  serviceReport: `${INSIGHT}/service/index`,
  staffViewings: `${SALES}/viewings/index`,
  /** `id` is the viewing's. */
  staffViewing: `${SALES}/viewing/index`,
  walkIn: `${SALES}/walk-in/index`,
  /** `id` is the viewing's. */
  viewingFeedback: `${SALES}/viewing-feedback/index`,
  /** `id` is the viewing's. */
  moveViewing: `${SALES}/viewing-change/index`,
  viewingPlans: `${SALES}/viewing-plans/index`,
  siteRota: `${SALES}/site-rota/index`,
  viewingReport: `${INSIGHT}/viewings/index`,
  referralShare: `${INSIGHT}/referrals/index`,
  codes: `${GROWTH}/codes/index`,
  /** `id` is the live code's. */
  code: `${GROWTH}/code/index`,
  referrals: `${GROWTH}/referrals/index`,
  /** `id` is the referral's. */
  referral: `${GROWTH}/referral/index`,
  verdict: `${GROWTH}/verdict/index`,
  verdictRules: `${GROWTH}/verdict-rules/index`,
  rewards: `${GROWTH}/rewards/index`,
  /** `id` is the reward's. */
  reward: `${GROWTH}/reward/index`,
  rewardRules: `${GROWTH}/reward-rules/index`,
  redemptions: `${GROWTH}/redemptions/index`,
  relatives: `${GROWTH}/relatives/index`,
  /** `id` is the project's. */
  stories: `${CUSTOMER}/stories/index`,
  neighbourServices: `${NEIGHBOUR}/services/index`,
  myStories: `${NEIGHBOUR}/stories/index`,
  writeStory: `${NEIGHBOUR}/write-story/index`,
  staffStories: `${GROWTH}/stories/index`,
  extras: `${NEIGHBOUR}/extras/index`,
  repurchase: `${NEIGHBOUR}/repurchase/index`,
  neighbourEvents: `${NEIGHBOUR}/events/index`,
  staffExtras: `${GROWTH}/extras/index`,
  extraInterests: `${GROWTH}/extra-interests/index`,
};

export const TABS: readonly string[] = [PATHS.home, PATHS.todo, PATHS.me];

/** The address of a page with its parameters. */
export function addressOf<N extends RouteName>(name: N, params?: RouteParams[N]): string {
  const pairs = Object.entries(params ?? {}).filter(([, value]) => value !== undefined && value !== '');
  const query = pairs.map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`).join('&');
  return query ? `${PATHS[name]}?${query}` : PATHS[name];
}
