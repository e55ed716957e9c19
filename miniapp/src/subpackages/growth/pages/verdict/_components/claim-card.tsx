import { type ClaimVerdict, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import { StatusTag } from '@/components/status-tag/status-tag';
import { kindOf, OUTCOMES } from '../../../_lib/verdict-words';

interface Props {
  claim: ClaimVerdict;
  now: number;
}

/** One claim on the customer: rule by rule, and why it won or not. */
export function ClaimCard({ claim, now }: Props) {
  const won = claim.outcome === 'won';
  return (
    <View className={`claim ${won ? 'claim--won' : ''}`}>
      <View className="claim__head">
        <View className="row row--between">
          <View className="claim__kind t-note">{kindOf(claim)}</View>
          <StatusTag {...OUTCOMES[claim.outcome]} />
        </View>
        <View className="claim__label t-section">{claim.label}</View>
        <View className="t-note ink-2 tabular">{sayTime(Date.parse(claim.claimedAt), now)}</View>
      </View>
      <View className="claim__rules">
        {claim.rules.map(({ rule, held, text }) => (
          <View key={`${rule}-${text}`} className={`claim__rule ${held ? '' : 'claim__rule--broken'}`}>
            <Icon name={held ? 'check' : 'close'} size={1.1} />
            <View className="grow">
              <View className="claim__rule-head">
                <View className="grow">{rule}</View>
                <View className="claim__held t-small">{held ? '符合' : '不符合'}</View>
              </View>
              <View className="t-note ink-2">{text}</View>
            </View>
          </View>
        ))}
      </View>
      {claim.why ? <View className="claim__why">{`没有取得归属：${claim.why}`}</View> : null}
    </View>
  );
}
