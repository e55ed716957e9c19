import { BEIJING_OFFSET_MS, type ClaimKind, type ClaimVerdict, type EvidenceFact } from '@guihu/shared';
import type { ClaimFact, VerdictFacts } from './verdict-facts';

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

/** `10月3日 14:20`, Beijing time. */
export function sayMoment(instant: number): string {
  const at = new Date(instant + BEIJING_OFFSET_MS);
  return `${at.getUTCMonth() + 1}月${at.getUTCDate()}日 ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

/** `10月3日`. */
export function sayDay(instant: number): string {
  const at = new Date(instant + BEIJING_OFFSET_MS);
  return `${at.getUTCMonth() + 1}月${at.getUTCDate()}日`;
}

const OUTCOMES = { won: '归属成立', lost: '未能归属', void: '不算有效记录' } as const;

export function sentencesOf(claims: readonly ClaimVerdict[], decided: VerdictFacts['decided']): string[] {
  const each = claims.map(
    (c) => `${c.label}：${sayMoment(Date.parse(c.claimedAt))} 登记，${OUTCOMES[c.outcome]}${c.why ? `，因为${c.why}` : ''}。`,
  );
  return decided ? [...each, `${decided.by}于 ${sayMoment(decided.at)} 复核改判。`] : each;
}

export const conclusionOf = (winner: ClaimFact | null): string =>
  winner ? `结论：这位客户归属${winner.label}。` : '结论：没有有效的归属主张，按自然到访处理。';

/** The facts in the order of time, as people read them. */
export function evidenceOf({ claims, contacts, dealAt, decided }: VerdictFacts): EvidenceFact[] {
  const facts: { at: number; text: string; source: EvidenceFact['source'] }[] = [];
  for (const claim of claims) {
    const home = claim.household ? '（同一户家人）' : '';
    if (claim.referral) {
      facts.push({ at: claim.at, text: `${claim.label}：报备了这位客户${home}`, source: 'referral' });
      if (claim.referral.agreedAt !== null)
        facts.push({ at: claim.referral.agreedAt, text: `客户同意了${claim.label}`, source: 'referral' });
      if (claim.referral.referrer.household)
        facts.push({ at: claim.at, text: `${claim.label}：推荐人与客户登记在同一套房`, source: 'home' });
    } else facts.push({ at: claim.at, text: `${claim.label}：客户登记${home}`, source: 'touch' });
  }
  for (const contact of contacts) {
    const who = contact.household ? '客户家人' : '客户';
    if (contact.kind === 'visit') facts.push({ at: contact.at, text: `${who}到访售楼处，${contact.by}接待`, source: 'viewing' });
    else
      facts.push({
        at: contact.at,
        text: `${contact.by}${contact.connected ? '与' : '联系'}${who}${contact.connected ? '沟通' : '，未接通'}`,
        source: 'follow-up',
      });
  }
  if (dealAt !== null) facts.push({ at: dealAt, text: '客户签约', source: 'deal' });
  if (decided) facts.push({ at: decided.at, text: `${decided.by}复核申诉`, source: 'declaration' });
  return facts
    .sort((a, b) => a.at - b.at || (a.text < b.text ? -1 : 1))
    .map(({ at, ...fact }) => ({ at: new Date(at).toISOString(), ...fact }));
}

const WINNERS: Readonly<Record<ClaimKind, string>> = {
  // Of calls and family members too: no more is said than that there was a record.
  'walk-in': '好友此前已有登记',
  channel: '归属判给先到的渠道',
  referral: '另一位推荐人的推荐更早',
  agent: '归属判给置业顾问',
  import: '好友此前已有登记',
};

/** The result in words for the referrer: never whose claim it was instead, nor anything of the friend's dealings with us. */
export function whyForReferrer(decision: { claims: readonly ClaimVerdict[]; winner: number | null }, own: ClaimVerdict): string {
  if (own.outcome === 'won') return '归属判给您的推荐';
  const failed = own.rules.find((r) => !r.held && r.rule !== '先后次序' && r.rule !== '推荐存续');
  const plain: Readonly<Record<string, string>> = {
    好友同意: '好友没有同意或已撤回授权',
    自己推荐: '不能推荐自己',
    同户推荐: '同一户家庭不算推荐',
    员工推荐: '员工推荐不计入',
    互相推荐: '互相推荐不计入',
    保护期: '保护期内没有到访',
    登记完整: '登记内容不完整',
    成交之前: '登记晚于成交',
  };
  if (failed) return plain[failed.rule] ?? '推荐未能成立';
  const winner = decision.winner === null ? undefined : decision.claims[decision.winner];
  if (!winner) return '归属未成立';
  const reviewed = winner.rules.some((r) => r.rule === '先后次序' && r.text.endsWith('复核后改判'));
  if (reviewed) return '经理复核后改判';
  return winner.kind === 'referral' && Date.parse(winner.claimedAt) > Date.parse(own.claimedAt)
    ? '归属判给另一位推荐人'
    : WINNERS[winner.kind];
}
