/**
 * Statutory minimum warranty by part, counted from delivery: 《房屋建筑工程质量保修办法》 article 7 (requirements §0.8).
 * Years, heating periods (two of them), or the design life of the structure.
 */
export const WARRANTY_TERMS = {
  structure: { name: '地基基础和主体结构', clause: '第七条第（一）项', term: { unit: 'design-life' } },
  waterproof: { name: '屋面、有防水要求的卫生间、房间和外墙面防渗漏', clause: '第七条第（二）项', term: { unit: 'years', amount: 5 } },
  heating: { name: '供热与供冷系统', clause: '第七条第（三）项', term: { unit: 'heating-periods', amount: 2 } },
  'pipes-and-wires': { name: '电气管线、给排水管道、设备安装', clause: '第七条第（四）项', term: { unit: 'years', amount: 2 } },
  decoration: { name: '装修工程', clause: '第七条第（五）项', term: { unit: 'years', amount: 2 } },
} as const satisfies Record<string, WarrantyTerm>;

export interface WarrantyTerm {
  name: string;
  clause: string;
  term: { unit: 'design-life' } | { unit: 'years'; amount: number } | { unit: 'heating-periods'; amount: number };
}
export type WarrantyPart = keyof typeof WARRANTY_TERMS;

export interface WarrantyVerdict {
  /** `unknown`: the delivery date is not on record; `none`: no statutory warranty for this kind of thing. */
  verdict: 'within' | 'expired' | 'unknown' | 'none';
  /** 质保内 / 质保外 / 待核实 / 不适用质保 */
  label: string;
  part: WarrantyPart | null;
  partName: string | null;
  deliveredOn: string | null;
  /** Last civil day under warranty; null for the design life, and when unknown. */
  endsOn: string | null;
  /** 《房屋建筑工程质量保修办法》第七条第（四）项 */
  clause: string | null;
  /** The clause's minimum in words: 最低保修期限 2 年. */
  termText: string | null;
  /** What it means for the owner's purse. */
  costText: string;
}

const LAW = '《房屋建筑工程质量保修办法》';
/** Heating in the north runs from mid-November to mid-March; a period counts when it ended after delivery. */
const HEATING_ENDS = '03-15';

/**
 * Rule 106: inside or outside warranty, by part and delivery date, on a civil day of Beijing (`YYYY-MM-DD`). A year later is the
 * same date, and that day still counts; 29 February ends on 28 February.
 */
export function warrantyVerdict(part: WarrantyPart | null, deliveredOn: string | null, on: string): WarrantyVerdict {
  if (part === null) return plain('none', '不适用质保', part, deliveredOn, '这类事项不涉及法定质保，如需收费会先与您确认。');
  if (deliveredOn === null) return plain('unknown', '待核实', part, null, '交付日期待核实，师傅上门前会先告知是否收费。');
  const { term, clause } = WARRANTY_TERMS[part];
  const endsOn = endOf(term, deliveredOn);
  const within = endsOn === null || on <= endsOn;
  return {
    ...plain(
      within ? 'within' : 'expired',
      within ? '质保内' : '质保外',
      part,
      deliveredOn,
      within ? '属于质量问题的，维修免费；人为损坏除外。' : '已过法定质保期，上门前会先报价，您确认后再维修。',
    ),
    endsOn,
    clause: `${LAW}${clause}`,
    termText: sayTerm(term),
  };
}

function plain(
  verdict: WarrantyVerdict['verdict'],
  label: string,
  part: WarrantyPart | null,
  deliveredOn: string | null,
  costText: string,
): WarrantyVerdict {
  const terms = part === null ? null : WARRANTY_TERMS[part];
  return {
    verdict,
    label,
    part,
    partName: terms?.name ?? null,
    deliveredOn,
    endsOn: null,
    clause: terms ? `${LAW}${terms.clause}` : null,
    termText: terms ? sayTerm(terms.term) : null,
    costText,
  };
}

function endOf(term: WarrantyTerm['term'], deliveredOn: string): string | null {
  if (term.unit === 'design-life') return null;
  if (term.unit === 'years') return yearsLater(deliveredOn, term.amount);
  const year = Number(deliveredOn.slice(0, 4));
  const firstEnd = deliveredOn.slice(5) <= HEATING_ENDS ? year : year + 1;
  return `${firstEnd + term.amount - 1}-${HEATING_ENDS}`;
}

function yearsLater(day: string, years: number): string {
  const year = Number(day.slice(0, 4)) + years;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return `${year}-${day.slice(5) === '02-29' && !leap ? '02-28' : day.slice(5)}`;
}

function sayTerm(term: WarrantyTerm['term']): string {
  switch (term.unit) {
    case 'design-life':
      return '最低保修期限为设计文件规定的合理使用年限';
    case 'years':
      return `最低保修期限 ${term.amount} 年`;
    case 'heating-periods':
      return `最低保修期限 ${term.amount} 个采暖期、供冷期`;
  }
}
