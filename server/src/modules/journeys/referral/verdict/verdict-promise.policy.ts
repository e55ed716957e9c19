import type { RulesSection, VerdictSettings } from '@guihu/shared';
import { MOST_APPEALS } from '../appeal/appeal.policy';
import { ASK_DAYS, MOST_A_DAY } from '../registration/registration.policy';
import { FIELD_NAMES } from './claim-checks.policy';

/** The rules of judging as a referrer reads them (K2): what counts, whose it is, what does not, and how to object. */
export const verdictPromise = (settings: VerdictSettings): RulesSection[] => [
  { title: '推荐怎样才算数', lines: validity(settings) },
  { title: '同一位好友，算谁推荐的', lines: precedence(settings) },
  { title: '哪些推荐不算', lines: exclusions(settings) },
  { title: '不认可结果怎么办', lines: OBJECTION },
];

function validity({ protectionDays, completeFields }: VerdictSettings): string[] {
  return [
    `好友本人同意后，推荐才生效。您报备的好友有 ${ASK_DAYS} 天时间回答，过期可以重新报备；好友扫您的推荐码并留下联系方式，就是同意。`,
    protection(protectionDays),
    '登记之后、同意之前的到访也算；好友签约以后才登记或才同意的，不算。',
    ...(completeFields.length > 0 ? [`有效登记要写明${completeFields.map((field) => FIELD_NAMES[field]).join('、')}。`] : []),
    `一个微信一天最多报备 ${MOST_A_DAY} 位好友。`,
  ];
}

function protection(days: number | null): string {
  if (days === null) return '好友同意后，推荐一直有效，不限多久到访。';
  if (days === 0) return '好友要在同意的当天首次到访售楼处，当天 24:00 以后的不算。';
  return `好友同意后 ${days} 天内首次到访售楼处，推荐有效；第 ${days} 天 24:00 前都算。`;
}

function precedence(settings: VerdictSettings): string[] {
  const first =
    settings.precedence === 'first'
      ? '几条有效的记录里，最早的一条算数。广告渠道、自行到访和置业顾问的登记，与推荐一起比先后。'
      : '有效的推荐优先于广告渠道、自行到访和置业顾问的登记；几位推荐人之间，最早登记的算数。';
  const last =
    settings.lastContactDays === null
      ? []
      : [`其他来源在签约前 ${settings.lastContactDays} 天内没有联系过好友的，视为放弃；推荐人不受这一条限制。`];
  const household = settings.householdAsOne ? ['同一套房的家人算同一位客户，家人更早的登记和到访也会计入。'] : [];
  return [first, otherRecords(settings), ...last, ...household];
}

/** How long what came before a referral stands in its way. */
function otherRecords({ callInDays, visitDays, followUpDays, connectedOnly }: VerdictSettings): string {
  const span = (what: string, days: number | null) => (days === null ? `${what}的一直有效` : `${what}的 ${days} 天内有效`);
  const records = `好友此前自己来过的记录：${span('来电或留资', callInDays)}，${span('到访', visitDays)}`;
  const contact = connectedOnly ? '接通的跟进' : '跟进';
  return followUpDays === null
    ? `${records}；有效期内有${contact}的，此后一直有效。`
    : `${records}；有效期内每次${contact}，可再保留 ${followUpDays} 天。`;
}

function exclusions({ selfReferral, staffReferral, circularReferral, householdAsOne }: VerdictSettings): string[] {
  const how = (who: string, rule: 'refuse' | 'flag') =>
    rule === 'refuse' ? `${who}，不算推荐。` : `${who}，由同事核实，核实期间不影响归属。`;
  return [
    '好友没有同意，或后来撤回授权的，不算推荐。',
    how(householdAsOne ? '推荐自己或同一套房的家人' : '推荐自己', selfReferral),
    how('本公司员工推荐', staffReferral),
    how('两人或多人互相推荐', circularReferral),
  ];
}

const OBJECTION = [
  `在「我的推荐」里打开这位好友，点「申请复核」，写下理由，可以附照片。每条推荐最多申请 ${MOST_APPEALS} 次。`,
  '由没有参与的经理复核，结果会发消息告诉您；复核改判的，以改判为准。',
];
