import type { FraudSign } from '@guihu/shared';

/** So many friends registered by one WeChat user within a day are looked at. */
export const ONE_DEVICE_FROM = 5;
/** So many numbers that follow one another, with at most this step between neighbours. */
export const SEQUENCE_FROM = 3;
const SEQUENCE_STEP = 2;

export interface FraudFacts {
  /** Registered by the same WeChat user within the last 24 hours, this one included. */
  registeredInADay: number;
  /** E.164 of friends whom this referrer registered lately, the one at hand included. */
  phones: readonly string[];
  /** The one at hand. */
  phone: string;
  self: boolean;
  staffName: string | null;
  household: boolean;
  /** Who stated an ID card that is another customer's: the referrer, or the friend from their yes on. */
  sharedIdCard: readonly ('referrer' | 'friend')[];
  /** Names of the round, from the friend back to the referrer. */
  round: readonly string[];
  /** Who declared whom: the friend, from their yes on, or the referrer is a relative of this colleague. */
  relatives: readonly { who: 'friend' | 'referrer'; staffName: string; relation: string; serves: boolean }[];
}

export interface Sign {
  sign: FraudSign;
  evidence: string[];
}

/** What a person should look at, each with its evidence, which names no friend before their yes. Nothing is refused by it. */
export function signsOf(facts: FraudFacts): Sign[] {
  const signs: Sign[] = [];
  if (facts.registeredInADay >= ONE_DEVICE_FROM)
    signs.push({ sign: 'one-device', evidence: [`同一微信 24 小时内报备了 ${facts.registeredInADay} 位好友`] });
  const run = runOf(facts.phones, facts.phone);
  if (run.length >= SEQUENCE_FROM) signs.push({ sign: 'number-sequence', evidence: [`${run.length} 个相连号码`] });
  if (facts.self) signs.push({ sign: 'self-referral', evidence: ['推荐人与好友是同一个人'] });
  if (facts.staffName !== null) signs.push({ sign: 'staff-referral', evidence: [`推荐人的手机号是同事${facts.staffName}的`] });
  if (facts.household) signs.push({ sign: 'household', evidence: ['推荐人与好友登记在同一套房'] });
  if (facts.sharedIdCard.length > 0)
    signs.push({
      sign: 'shared-id-card',
      evidence: facts.sharedIdCard.map((who) => `${who === 'friend' ? '好友' : '推荐人'}实名时填写的身份证号，已属于另一位客户`),
    });
  if (facts.round.length > 0) signs.push({ sign: 'circular', evidence: [`推荐关系成环：${facts.round.join(' → ')}`] });
  if (facts.relatives.length > 0) signs.push({ sign: 'declared-relative', evidence: facts.relatives.map(sayRelative) });
  return signs;
}

const sayRelative = ({ who, staffName, relation, serves }: FraudFacts['relatives'][number]): string =>
  `${who === 'friend' ? '好友' : '推荐人'}是${staffName}申报的亲属（${relation}）${serves ? `，${staffName}正在服务这位客户` : ''}`;

/** The numbers that follow one another around the one at hand, in their order. */
export function runOf(phones: readonly string[], phone: string): string[] {
  const sorted = [...new Set([...phones, phone])]
    .filter((p) => /^\+\d+$/.test(p))
    .sort((a, b) => a.length - b.length || Number(a) - Number(b));
  const at = sorted.indexOf(phone);
  if (at < 0) return [];
  const near = (a: number, b: number) => {
    const [one, other] = [sorted[a], sorted[b]];
    return one !== undefined && other !== undefined && one.length === other.length && Number(other) - Number(one) <= SEQUENCE_STEP;
  };
  let [from, to] = [at, at];
  while (near(from - 1, from)) from--;
  while (near(to, to + 1)) to++;
  return sorted.slice(from, to + 1);
}
