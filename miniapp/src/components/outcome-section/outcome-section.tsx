import { sayTime, type WorkOrderOutcome, type WorkOrderView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '../card/card';
import { MoneyText } from '../money-text/money-text';
import { RatingStars } from '../rating-stars/rating-stars';
import { Section } from '../section/section';
import './outcome-section.scss';

interface Props {
  outcome: WorkOrderOutcome | null;
  rating: WorkOrderView['rating'];
  now: number;
}

/** What was done, what it cost, and what the owner thought of it. */
export function OutcomeSection({ outcome, rating, now }: Props) {
  if (!outcome && !rating) return null;
  const total = outcome?.parts.reduce((sum, { priceFen, quantity }) => sum + priceFen * quantity, 0) ?? 0;
  return (
    <Section title={outcome ? '处理结果' : '上次评价'}>
      <Card>
        {outcome ? (
          <View className="outcome">
            <View>{outcome.words}</View>
            {outcome.rootCause ? <View className="t-note ink-2">{`原因：${outcome.rootCause}`}</View> : null}
            {outcome.correctiveAction ? <View className="t-note ink-2">{`改进：${outcome.correctiveAction}`}</View> : null}
            {outcome.parts.map(({ name, quantity, priceFen }) => (
              <View key={name} className="outcome__part t-note">
                <View className="grow">{`${name} × ${quantity}`}</View>
                {priceFen > 0 ? <MoneyText fen={priceFen * quantity} /> : <View>免费</View>}
              </View>
            ))}
            {total > 0 ? (
              <View className="outcome__part outcome__total">
                <View className="grow">合计</View>
                <MoneyText fen={total} />
              </View>
            ) : null}
          </View>
        ) : null}
        {rating ? (
          <View className={outcome ? 'outcome__rating' : ''}>
            <RatingStars stars={rating.stars} />
            {rating.tags.length > 0 ? <View className="t-note ink-2">{rating.tags.join('、')}</View> : null}
            {rating.comment ? <View>{rating.comment}</View> : null}
            <View className="t-note ink-2 tabular">{`${sayTime(Date.parse(rating.at), now)} 评价`}</View>
          </View>
        ) : null}
      </Card>
    </Section>
  );
}
