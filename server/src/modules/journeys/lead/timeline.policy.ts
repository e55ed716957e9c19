import { CLOSURE_OUTCOMES, FOLLOW_UP_METHODS, LEAD_LEVELS, labelOf, sayTime } from '@guihu/shared';
import type { LeadEventType } from './lead.rows';

type Data = Record<string, unknown> | null;
type NameOf = (staffId: string | null | undefined) => string | null;

const words = (data: Data, key: string): string => (typeof data?.[key] === 'string' ? (data[key] as string) : '');

/** One event of a lead, as a colleague reads it on the timeline; `at` is when it happened. */
export function sayEvent(type: string, data: Data, nameOf: NameOf, at: number): string {
  const who = nameOf(words(data, 'staffId') || null) ?? '同事';
  const because = words(data, 'reason') ? `：${words(data, 'reason')}` : '';
  const sentences: Record<LeadEventType, () => string> = {
    received: () => `通过「${words(data, 'channel')}」留下联系方式`,
    joined: () => `通过「${words(data, 'channel')}」再次留下联系方式`,
    offered: () =>
      `分配给${who}，请在${typeof data?.dueAt === 'number' ? ` ${sayTime(data.dueAt, at).replace('今天 ', '')} ` : '截止'}前接单`,
    missed: () => '未在时限内接单，转给下一位',
    declined: () => `暂时不能接单${because}`,
    accepted: () => '已接单',
    transferred: () => `转交给${who}${because}`,
    escalated: () => `升级给${who}处理${because}`,
    pooled: () => `放入公海${because}`,
    'followed-up': () => {
      const level = words(data, 'levelTo')
        ? `，等级 ${labelOf(LEAD_LEVELS, words(data, 'levelFrom'))} → ${labelOf(LEAD_LEVELS, words(data, 'levelTo'))}`
        : '';
      return `${labelOf(FOLLOW_UP_METHODS, words(data, 'method'))}跟进${data?.connected === false ? '，未联系上' : ''}${level}`;
    },
    'consent-withdrawn': () => '客户撤回了联系授权，跟进任务已取消',
    'phone-revealed': () => '查看了完整手机号',
    closed: () => `关闭：${labelOf(CLOSURE_OUTCOMES, words(data, 'outcome'))}${because}`,
    'joined-into': () => `客户合并，并入 ${words(data, 'receipt')} 后关闭`,
    'took-in': () => `客户合并，${words(data, 'receipt')} 的记录已并入`,
    repaired: () => `系统巡检后重新安排${because}`,
  };
  return Object.hasOwn(sentences, type) ? sentences[type as LeadEventType]() : type;
}
