import {
  APPEAL_STATUS_LABELS,
  type AppealStatus,
  type AppealView,
  CLAIM_KINDS,
  type ClaimVerdict,
  type EvidenceFact,
  type VerdictView,
} from '@guihu/shared';
import type { IconName } from '@/components/icon/shapes';
import type { Tone } from '@/components/status-tag/status-tag';

export const OUTCOMES: Readonly<Record<ClaimVerdict['outcome'], { text: string; tone: Tone; icon: IconName }>> = {
  won: { text: '归属', tone: 'accent', icon: 'check' },
  lost: { text: '未取得', tone: 'calm', icon: 'close' },
  void: { text: '无效', tone: 'calm', icon: 'close' },
};

export const SOURCES: Readonly<Record<EvidenceFact['source'], { text: string; icon: IconName }>> = {
  touch: { text: '来访登记', icon: 'door' },
  referral: { text: '推荐', icon: 'people' },
  viewing: { text: '看房', icon: 'calendar' },
  'follow-up': { text: '跟进', icon: 'phone' },
  deal: { text: '交易', icon: 'list' },
  home: { text: '房屋', icon: 'home' },
  declaration: { text: '申报', icon: 'shield' },
};

export const APPEAL_TONES: Readonly<Record<AppealStatus, Tone>> = { open: 'soon', upheld: 'calm', overturned: 'done' };

export const kindOf = ({ kind }: Pick<ClaimVerdict, 'kind'>): string => CLAIM_KINDS[kind];

/** The last sentence is the conclusion; the others lead to it. */
export function conclusionOf({ sentences, winner }: Pick<VerdictView, 'sentences' | 'winner'>): { conclusion: string; reasons: string[] } {
  const said = sentences.at(-1)?.replace(/^结论：|。$/g, '');
  const conclusion = said ?? (winner ? `客户归属${winner.label}` : '目前没有有效的归属');
  return { conclusion, reasons: sentences.slice(0, -1) };
}

/** Facts as they happened. */
export const inOrder = (facts: readonly EvidenceFact[]): EvidenceFact[] => [...facts].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));

/** A fact's words without the time that stands before them: the line shows it already. */
export const wordsOf = ({ text }: Pick<EvidenceFact, 'text'>): string =>
  text.replace(/^(?:\d{4}年)?\d{1,2}月\d{1,2}日(?: 周[一二三四五六日])? ?(?:\d{2}:\d{2})?[ ，]*/, '') || text;

/** The winner first, then those who lost, then what did not count; each keeps its place in the verdict, by which a judge names it. */
export function claimsInOrder(claims: readonly ClaimVerdict[]): { claim: ClaimVerdict; place: number }[] {
  const rank = { won: 0, lost: 1, void: 2 } as const;
  return claims
    .map((claim, place) => ({ claim, place }))
    .sort((a, b) => rank[a.claim.outcome] - rank[b.claim.outcome] || Date.parse(a.claim.claimedAt) - Date.parse(b.claim.claimedAt));
}

export const sayAppeal = ({ status, answeredBy }: Pick<AppealView, 'status' | 'answeredBy'>): string =>
  status === 'open' ? APPEAL_STATUS_LABELS.open : [APPEAL_STATUS_LABELS[status], answeredBy].filter(Boolean).join(' · ');

export type Outcome = 'upheld' | 'overturned';

/** What keeps a judgement from being sent, in a sentence. */
export function faultOfJudgement({
  outcome,
  winner,
  answer,
}: {
  outcome: Outcome | null;
  winner: number | null;
  answer: string;
}): string | null {
  if (outcome === null) return '请选择维持原判还是改判';
  if (outcome === 'overturned' && winner === null) return '改判时请选择归属给谁';
  if (answer.trim().length < 5) return '请写明理由，申诉人会看到';
  return null;
}
