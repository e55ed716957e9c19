import type { ReferralShare, ShareOfAll } from '@guihu/shared';
import type { Figure } from '../../../_components/figures/figures';
import type { Told } from '../../../_components/pictures/pictures';
import type { BarsPicture } from '../../../_lib/bars';

type Kind = 'leads' | 'visits' | 'deals';
type Targets = Pick<ReferralShare, 'start' | 'target'>;

const KINDS: readonly { key: Kind; title: string; unit: string; of: string }[] = [
  { key: 'leads', title: '新增线索', unit: '条', of: '线索' },
  { key: 'visits', title: '到访', unit: '组', of: '到访' },
  { key: 'deals', title: '成交', unit: '组', of: '成交' },
];

const NONE = '—';
const percent = (share: number): number => Math.round(share * 1000) / 10;
/** `32%`, `42.9%`. */
export const sayShare = (share: number | null): string => (share === null ? NONE : `${percent(share)}%`);

/** `2026-11` → `11月`; with the year where the months are of more than one. */
export function monthNames(months: readonly string[]): string[] {
  const years = new Set(months.map((month) => month.slice(0, 4)));
  return months.map((month) => `${years.size > 1 ? `${month.slice(2, 4)}年` : ''}${Number(month.slice(5))}月`);
}

/** Against the target, never called reached by rounding. */
const behind = ({ referral, all }: ShareOfAll, { target }: Targets): boolean => all > 0 && referral < target * all;

/** The whole time in three figures. */
export const figuresOf = (report: ReferralShare): Figure[] =>
  KINDS.map(({ key, title, unit }) => {
    const of = report.total[key];
    const gap = report.target - (of.share ?? 0);
    const note = of.share === null ? '这段时间没有' : `${of.all} ${unit}里 ${of.referral} ${unit}`;
    const missing = behind(of, report) ? `，离目标还差 ${Math.max(0.1, percent(gap))} 个百分点` : '';
    return { label: `${title}占比`, said: sayShare(of.share), note: `${note}${missing}`, behind: behind(of, report) };
  });

export function sharePicture(report: ReferralShare, kind: Kind): BarsPicture {
  const bars = report.months.map((month) => {
    const of = month[kind];
    const tone = behind(of, report) ? ('soon' as const) : ('accent' as const);
    return {
      value: of.share === null ? null : percent(of.share),
      said: of.share === null ? '没有' : `${sayShare(of.share)} ${of.referral}/${of.all}`,
      tone,
    };
  });
  return {
    names: monthNames(report.months.map(({ month }) => month)),
    series: [{ name: '占比', tone: 'accent', bars }],
    mark: { at: percent(report.target), said: `目标 ${sayShare(report.target)}` },
  };
}

/** Where it stands against where it began and where it is to go. */
export function shareSentence(report: ReferralShare, kind: Kind): string {
  const { of: word, unit } = KINDS.find(({ key }) => key === kind) as (typeof KINDS)[number];
  const { referral, all, share } = report.total[kind];
  if (share === null) return `这段时间还没有${word}`;
  const reached = report.months.filter(({ [kind]: of }) => of.all > 0 && !behind(of, report)).length;
  const stands = !behind(report.total[kind], report) ? '已达到目标' : share >= report.start ? '高于起点，还没到目标' : '低于起点';
  const months =
    report.months.length < 2 ? '' : reached === 0 ? '；没有一个月达到目标' : `；${report.months.length} 个月里 ${reached} 个月达到`;
  return `${all} ${unit}${word}里，${referral} ${unit}来自转介绍，占 ${sayShare(share)}，${stands}（起点 ${sayShare(report.start)}，目标 ${sayShare(report.target)}）${months}`;
}

export const toldBy = (report: ReferralShare): Told[] =>
  KINDS.map(({ key, title }) => ({
    title: `${title}占比`,
    sentence: shareSentence(report, key),
    table: {
      head: ['月份', '转介绍', '全部', '占比'],
      rows: report.months.map(({ month, [key]: of }) => [month, of.referral, of.all, sayShare(of.share)]),
    },
    picture: { bars: sharePicture(report, key) },
  }));
