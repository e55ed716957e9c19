import { REWARD_FORMS, type RewardRule, type RewardRules, type RewardTier } from '@guihu/shared';

/** One million yuan, and as many points: beyond it a zero was typed too many. */
const MOST_FEN = 100_000_000;
const MOST_POINTS = 1_000_000;
/** Ten percent of a deal. */
const MOST_BASIS_POINTS = 1_000;
const MOST_RULES = 30;
const MOST_TIERS = 10;

type Draft = Pick<RewardRules, 'rules' | 'holdDays' | 'pointMonths' | 'visitPoints' | 'storyPoints' | 'tiers'>;

const whole = (value: unknown, least: number, most: number): value is number =>
  Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;

const isText = (value: unknown, most: number): value is string => typeof value === 'string' && value.trim() !== '' && value.length <= most;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const repeated = (values: readonly unknown[]): boolean => new Set(values).size < values.length;

/** What is wrong with a draft, in Chinese; empty when it may be published. */
export function faultsOfRewardRules({ rules, holdDays, pointMonths, visitPoints, storyPoints, tiers }: Draft): string[] {
  const faults: string[] = [];
  if (rules.length > MOST_RULES) faults.push(`奖励规则最多 ${MOST_RULES} 条`);
  if (holdDays !== null && !whole(holdDays, 0, 365)) faults.push('签约后等待天数请填 0 到 365 的整数');
  if (pointMonths !== null && !whole(pointMonths, 1, 60)) faults.push('积分有效期请填 1 到 60 个月');
  if (visitPoints !== null && !whole(visitPoints, 1, MOST_POINTS)) faults.push('到访积分请填大于 0 的整数');
  if (storyPoints !== null && !whole(storyPoints, 1, MOST_POINTS)) faults.push('业主故事积分请填大于 0 的整数');
  if (rules.some((rule) => !isRecord(rule))) return [...faults, '规则格式不正确'];
  if (repeated(rules.map((rule) => rule.id))) faults.push('有两条规则的编号相同');
  for (const [i, rule] of rules.entries()) faults.push(...faultsOfRule(rule).map((fault) => `第 ${i + 1} 条规则${fault}`));
  return [...faults, ...faultsOfTiers(tiers)];
}

function faultsOfRule({ id, name, on, to, form, amount }: RewardRule): string[] {
  const faults: string[] = [];
  if (!isText(id, 40)) faults.push('缺少编号');
  if (!isText(name, 40)) faults.push('请填写名称，最多 40 个字');
  if (!['agreed', 'visited', 'signed'].includes(on)) faults.push('的发放节点无法识别');
  if (!['referrer', 'friend'].includes(to)) faults.push('的奖励对象无法识别');
  if (typeof form !== 'string' || !Object.hasOwn(REWARD_FORMS, form)) return [...faults, '的奖励形式无法识别'];
  const most = form === 'points' ? MOST_POINTS : MOST_FEN;
  if (!isRecord(amount)) return [...faults, '缺少奖励金额'];
  if (form === 'points' && amount.how === 'percent') faults.push('按比例计算的是钱，积分请用固定或阶梯');
  return [...faults, ...faultsOfAmount({ on, amount }, most)];
}

function faultsOfAmount({ amount, on }: Pick<RewardRule, 'amount' | 'on'>, most: number): string[] {
  switch (amount.how) {
    case 'fixed':
      return whole(amount.amount, 1, most) ? [] : ['的奖励数额请填大于 0 的整数，并检查是否多写了零'];
    case 'percent': {
      const faults: string[] = [];
      if (on !== 'signed') faults.push('按比例计算只能用在签约，签约才有成交金额');
      if (!whole(amount.basisPoints, 1, MOST_BASIS_POINTS)) faults.push('的比例请填 0.01% 到 10%');
      if (amount.most !== null && !whole(amount.most, 1, most)) faults.push('的上限请填大于 0 的整数');
      return faults;
    }
    case 'tiered': {
      if (!Array.isArray(amount.tiers) || amount.tiers.length === 0 || amount.tiers.length > MOST_TIERS || !amount.tiers.every(isRecord))
        return [`的阶梯请填 1 到 ${MOST_TIERS} 档`];
      const faults: string[] = [];
      if (!amount.tiers.every((tier) => whole(tier.fromDeals, 0, 1_000) && whole(tier.amount, 1, most))) faults.push('的阶梯数额有误');
      if (repeated(amount.tiers.map((tier) => tier.fromDeals))) faults.push('有两档阶梯的起始组数相同');
      return faults;
    }
    default:
      return ['的计算方式无法识别'];
  }
}

function faultsOfTiers(tiers: readonly RewardTier[]): string[] {
  if (tiers.length > MOST_TIERS || !tiers.every(isRecord)) return [`推荐人等级最多 ${MOST_TIERS} 档`];
  const faults: string[] = [];
  for (const { key, title, fromDeals, privileges } of tiers) {
    if (!isText(key, 20) || !isText(title, 20)) faults.push('推荐人等级请填写名称');
    if (!whole(fromDeals, 0, 1_000)) faults.push('推荐人等级的起始组数有误');
    const said = Array.isArray(privileges) && privileges.length <= 10 && privileges.every((each) => isText(each, 60));
    if (!said) faults.push('推荐人等级的权益请逐条填写，每条最多 60 个字');
  }
  if (repeated(tiers.map((tier) => tier.fromDeals)) || repeated(tiers.map((tier) => tier.key))) faults.push('有两档推荐人等级重复');
  return faults;
}
