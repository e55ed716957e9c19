export const FRAUD_SIGNS = {
  'one-device': '同一微信登记过多',
  'number-sequence': '号码连号',
  'declared-relative': '顾问申报的亲属',
  'self-referral': '自己推荐自己',
  'staff-referral': '员工推荐',
  circular: '互相推荐',
  household: '同一户家庭',
  'shared-id-card': '身份证号重复',
} as const;
export type FraudSign = keyof typeof FRAUD_SIGNS;

/** Flagged to a person with its evidence, never acted on in silence. */
export interface FraudFlagView {
  id: string;
  sign: FraudSign;
  label: string;
  evidence: string[];
  at: string;
  status: 'open' | 'cleared' | 'confirmed';
  note: string | null;
}

/** `POST /api/staff/fraud-flags/:id/judgement`: a person has looked; the note says what they found. */
export interface FlagJudgement {
  outcome: 'cleared' | 'confirmed';
  note: string;
}

/** `POST /api/staff/relatives`; `POST /api/staff/relatives/:id/removal` takes one's own declaration back. */
export interface RelativeDeclaration {
  name: string;
  phone: string;
  relation: string;
}

/** An item of `GET /api/staff/relatives`: what a colleague has declared. */
export interface DeclaredRelative {
  id: string;
  name: string;
  phoneMasked: string;
  relation: string;
  declaredAt: string;
}
