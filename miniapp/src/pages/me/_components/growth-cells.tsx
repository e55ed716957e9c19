import type { Me } from '@guihu/shared';
import { Cell, CellGroup } from '@/components/cell/cell';
import { Section } from '@/components/section/section';
import { go } from '@/platform/navigation';
import { may } from '@/session';

/** Where customers come from, and what whoever brought them is owed. */
export function GrowthCells({ me }: { me: Me }) {
  const [codes, referrals, rewards, gifts, stories] = [
    may(me, 'live-code.read'),
    may(me, 'referral.read'),
    may(me, 'reward.read'),
    may(me, 'redemption.hand-over'),
    may(me, 'story.moderate'),
  ];
  if (!codes && !referrals && !rewards && !gifts && !stories) return null;
  return (
    <Section title="渠道与推荐">
      <CellGroup>
        {codes ? <Cell icon="board" title="渠道活码" note="哪里来的人，带来多少线索" onTap={() => go('codes')} /> : null}
        {referrals ? <Cell icon="people" title="推荐与判客" note="谁推荐的，归谁，为什么" onTap={() => go('referrals')} /> : null}
        {rewards ? <Cell icon="star" title="奖励审核与发放" note="待审核、待发放、待回款" onTap={() => go('rewards')} /> : null}
        {may(me, 'referral-report.read') ? (
          <Cell icon="board" title="转介绍占比" note="线索、到访和成交里，多少来自推荐" onTap={() => go('referralShare')} />
        ) : null}
        {gifts ? <Cell icon="door" title="兑换核销" note="凭领取码交付礼品" onTap={() => go('redemptions', {})} /> : null}
        {stories ? <Cell icon="text" title="业主故事审核" note="看过再公开，不合适的退回" onTap={() => go('staffStories', {})} /> : null}
        {may(me, 'extra.edit') ? (
          <Cell icon="board" title="增值服务" note="车位、物业、装修，谁看了谁办了" onTap={() => go('staffExtras', {})} />
        ) : null}
        {may(me, 'extra.follow') ? (
          <Cell icon="phone" title="业主意向" note="对增值服务感兴趣的业主" onTap={() => go('extraInterests', {})} />
        ) : null}
        {may(me, 'lead.accept') ? (
          <Cell icon="shield" title="亲属申报" note="亲属买房或推荐前先申报" onTap={() => go('relatives')} />
        ) : null}
      </CellGroup>
    </Section>
  );
}
