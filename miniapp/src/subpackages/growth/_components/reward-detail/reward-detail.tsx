import { REWARD_FORMS, REWARD_PARTIES, REWARD_STATUS_LABELS, type StaffRewardDetail, sayReward } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useContext } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { PageSettings } from '@/components/page-frame/page-settings';
import { ParcelLine } from '@/components/parcel-line/parcel-line';
import { Section } from '@/components/section/section';
import { StatusTag } from '@/components/status-tag/status-tag';
import { TimelineSection } from '@/components/timeline-section/timeline-section';
import { go } from '@/platform/navigation';
import { REWARD_TONES, realNameWords, rewardSteps, sayWorth, shortWhy } from '../../_lib/reward-words';
import { LedgerSection } from './ledger-section';
import './reward-detail.scss';

/** One reward, whole: for whom and how much, why, where it stands, and how it stands in the books. */
export function RewardDetail({ data, now }: { data: StaffRewardDetail; now: number }) {
  const { wide } = useContext(PageSettings);
  const worth = (
    <Card>
      <View className="row row--between row--wrap">
        <View className="t-note ink-2">{REWARD_FORMS[data.form]}</View>
        <StatusTag text={REWARD_STATUS_LABELS[data.status]} tone={REWARD_TONES[data.status]} />
      </View>
      <View className="t-figure">{sayWorth(data).replace('物业费减免 ', '')}</View>
      <View>{`${data.person.name}（${REWARD_PARTIES[data.party]}）`}</View>
      <View className="t-note ink-2 tabular">{[data.person.phoneMasked, data.home ?? data.projectName].join(' · ')}</View>
      {data.realName.state === 'not-needed' ? null : (
        <View className={`t-note ${data.realName.state === 'missing' ? 'ink-soon' : 'ink-2'}`}>{realNameWords(data.realName)}</View>
      )}
      <View className="reward-detail__why">
        <View className="reward-detail__rule">{data.ruleName}</View>
        <View className="ink-2">{`${shortWhy(data.why)}，按${data.rulesVersion === 0 ? '默认规则' : `第 ${data.rulesVersion} 版规则`}`}</View>
        {data.debt > 0 ? (
          <View className="reward-detail__debt">{`对方还有 ${sayReward(data.form, data.debt)} 待追回，发放时从这笔里扣`}</View>
        ) : null}
        {data.payout ? (
          <View className="tabular">
            {[
              `${data.payout.paidOn} 由${data.payout.by}发放 ${sayReward(data.form, data.payout.amount)}`,
              data.payout.kept > 0 ? `抵扣 ${sayReward(data.form, data.payout.kept)}` : null,
              `凭证号 ${data.payout.reference}`,
            ]
              .filter(Boolean)
              .join('，')}
          </View>
        ) : null}
        <Button text="看这条推荐" kind="quiet" onTap={() => go('referral', { id: data.referralId })} />
      </View>
    </Card>
  );
  const line = (
    <Section title="进展">
      <Card>
        <ParcelLine steps={rewardSteps(data, now)} />
      </Card>
    </Section>
  );
  const ledger = <LedgerSection entries={data.entries} now={now} />;
  const timeline = <TimelineSection items={data.timeline} now={now} />;
  if (!wide)
    return (
      <View className="reward-detail">
        {worth}
        {line}
        {ledger}
        {timeline}
      </View>
    );
  return (
    <View className="reward-detail reward-detail--wide">
      <View>
        {worth}
        {line}
      </View>
      <View>
        {ledger}
        {timeline}
      </View>
    </View>
  );
}
