import type { VerdictSettings } from '@guihu/shared';
import { beijingDay, dayStart, windowEnd } from './protection.policy';
import type { ClaimFact, ContactFact, RecordField, ReferrerFact, VerdictFacts } from './verdict-facts';
import { sayDay, sayMoment } from './verdict-words.policy';

/** One rule asked of one claim. A claim that fails one that `voids` is no record at all; another one only lost. */
export interface Check {
  rule: string;
  held: boolean;
  voids: boolean;
  text: string;
}

export const FIELD_NAMES: Readonly<Record<RecordField, string>> = {
  name: '姓名',
  gender: '性别',
  phone: '电话',
  channel: '来源渠道',
  area: '意向面积',
  layout: '意向户型',
};

/** Asked of a referral that lost: it is over, and only a manager, or the end of the deal that it lost, brings it back. */
export const OVER = '推荐存续';

/** Every rule that has something to say of this claim, in the order in which they are read. `contacts` in the order of time. */
export function claimChecks(claim: ClaimFact, contacts: readonly ContactFact[], facts: VerdictFacts, settings: VerdictSettings): Check[] {
  const until = facts.dealAt ?? facts.asOf;
  const checks: Check[] = [];
  const missing = settings.completeFields.filter((field) => !claim.filled.includes(field));
  if (settings.completeFields.length > 0) {
    const text = missing.length > 0 ? `登记缺少${missing.map((f) => FIELD_NAMES[f]).join('、')}` : '登记内容完整';
    checks.push({ rule: '登记完整', held: missing.length === 0, voids: true, text });
  }
  if (claim.kind === 'import')
    checks.push({
      rule: '导入时间',
      held: true,
      voids: false,
      text: `由同事从表格导入，从导入时（${sayMoment(claim.at)}）起算，不按表格里的日期`,
    });
  if (claim.at > until) checks.push({ rule: '成交之前', held: false, voids: true, text: `成交后（${sayMoment(claim.at)}）才登记` });
  if (claim.referral) return [...checks, ...referralChecks(claim, contacts, until, settings), ...over(claim, facts)];
  checks.push(validity(claim, contacts, until, settings));
  const kept = lastContact(claim, contacts, facts, settings);
  return kept ? [...checks, kept] : checks;
}

function referralChecks(claim: ClaimFact, contacts: readonly ContactFact[], until: number, settings: VerdictSettings): Check[] {
  const { agreedAt, promisedUntil, ended, referrer } = claim.referral as NonNullable<ClaimFact['referral']>;
  const checks = [consent(agreedAt, ended, until), ...suspicions(referrer, settings)];
  return agreedAt === null ? checks : [...checks, protection(claim.at, agreedAt, promisedUntil, contacts, until, settings.protectionDays)];
}

const over = (claim: ClaimFact, { decided }: VerdictFacts): Check[] =>
  claim.referral?.ended === 'lost' && decided?.key !== claim.key
    ? [{ rule: OVER, held: false, voids: false, text: '这条推荐已经结束' }]
    : [];

function consent(agreedAt: number | null, ended: NonNullable<ClaimFact['referral']>['ended'], until: number): Check {
  const check = (held: boolean, text: string): Check => ({ rule: '好友同意', held, voids: true, text });
  if (ended === 'declined') return check(false, '好友没有同意');
  if (ended === 'withdrawn') return check(false, '好友撤回了授权');
  if (ended === 'joined') return check(false, '已与另一条推荐合并');
  if (ended === 'deal-cancelled') return check(false, '这次交易已取消');
  if (agreedAt === null) return check(false, '好友尚未同意');
  if (agreedAt > until) return check(false, `好友在成交后（${sayMoment(agreedAt)}）才同意`);
  return check(true, `好友于 ${sayMoment(agreedAt)} 同意`);
}

/** What stands between a referral and the truth: refused or only pointed out, as the project's rules say. */
function suspicions(referrer: ReferrerFact, settings: VerdictSettings): Check[] {
  const found: [boolean, string, string, 'refuse' | 'flag'][] = [
    [referrer.self, '自己推荐', '推荐人与客户是同一个人', settings.selfReferral],
    [referrer.household && settings.householdAsOne, '同户推荐', '推荐人与客户是同一户家庭', settings.selfReferral],
    [referrer.staff, '员工推荐', '推荐人是本公司员工', settings.staffReferral],
    [referrer.circular, '互相推荐', '推荐人与客户互相推荐', settings.circularReferral],
  ];
  return found
    .filter(([is]) => is)
    .map(([, rule, text, how]) => ({
      rule,
      held: how === 'flag',
      voids: true,
      text: how === 'flag' ? `${text}，按规则提示人工核实，不影响归属` : `${text}，按规则不算推荐`,
    }));
}

/** K: from the yes to the first visit. A visit between the registration and the yes counts too. */
function protection(
  at: number,
  agreedAt: number,
  promisedUntil: number | null,
  contacts: readonly ContactFact[],
  until: number,
  days: number | null,
): Check {
  const rule = '保护期';
  const end = Math.max(windowEnd(agreedAt, days), promisedUntil ?? Number.POSITIVE_INFINITY);
  const visit = contacts.find((c) => c.kind === 'visit' && c.at >= at && c.at <= until);
  const span = Number.isFinite(end) ? `保护期至 ${sayDay(end)}` : '保护期不限';
  if (!visit) return { rule, held: until <= end, voids: false, text: until <= end ? `尚未到访，${span}` : `${span}，其间没有到访` };
  const after = Math.max(0, beijingDay(visit.at) - beijingDay(agreedAt));
  const held = visit.at <= end;
  const first = after === 0 ? '同意当天首次到访' : `同意后 ${after} 天首次到访`;
  return { rule, held, voids: false, text: held ? `${first}，${span}` : `${span}，${sayMoment(visit.at)} 才首次到访` };
}

/** Ownership validity: each contact that comes in time carries the claim on by its own window; a gap ends it for good. */
function validity(claim: ClaimFact, contacts: readonly ContactFact[], until: number, settings: VerdictSettings): Check {
  const rule = claim.how === 'visit' ? '到访有效期' : '来电登记有效期';
  let end = windowEnd(claim.at, claim.how === 'visit' ? settings.visitDays : settings.callInDays);
  let last: ContactFact | null = null;
  for (const contact of contacts) {
    if (contact.at > until || contact.at > end) break;
    if (contact.at < claim.at || !keepsAlive(contact, settings)) continue;
    const next = windowEnd(contact.at, contact.kind === 'visit' ? settings.visitDays : settings.followUpDays);
    if (next > end) [end, last] = [next, contact];
  }
  const held = until <= end;
  const by = last ? `${sayDay(last.at)}${last.kind === 'visit' ? '到访' : '跟进'}后` : '登记后';
  if (!Number.isFinite(end)) return { rule, held, voids: false, text: `${by}长期有效` };
  return {
    rule,
    held,
    voids: false,
    text: held ? `${by}有效期至 ${sayDay(end)}` : `${by}有效期至 ${sayDay(end)}，其后没有及时联系，已失效`,
  };
}

/** A claim whose keeper let the customer go in the days before the deal is given up. A referrer does not keep contact: not asked. */
function lastContact(
  claim: ClaimFact,
  contacts: readonly ContactFact[],
  { dealAt }: VerdictFacts,
  settings: VerdictSettings,
): Check | null {
  const days = settings.lastContactDays;
  if (dealAt === null || days === null) return null;
  const from = dayStart(beijingDay(dealAt) - days);
  const kept = claim.at >= from || contacts.some((c) => c.at >= Math.max(from, claim.at) && c.at <= dealAt && keepsAlive(c, settings));
  return {
    rule: '成交前联系',
    held: kept,
    voids: false,
    text: kept ? `成交前 ${days} 天内有联系` : `成交前 ${days} 天内没有联系，视为放弃`,
  };
}

const keepsAlive = (contact: ContactFact, { connectedOnly }: VerdictSettings): boolean =>
  contact.kind === 'visit' || contact.connected || !connectedOnly;
