import { LEAD_LEVELS, type StaffViewingDetail, sayTime, TOUR_STOPS, VIEWING_OBJECTIONS } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Section } from '@/components/section/section';
import { labelsOf } from '../../_lib/feedback-words';

interface Props {
  data: Pick<StaffViewingDetail, 'feedback' | 'rating'>;
  now: number;
}

/** How it went: in the colleague's words, and in the visitor's. */
export function FeedbackSection({ data: { feedback, rating }, now }: Props) {
  if (!feedback && !rating) return null;
  const facts = feedback
    ? [
        ['看了', labelsOf(TOUR_STOPS, feedback.tour)],
        ['顾虑', labelsOf(VIEWING_OBJECTIONS, feedback.objections)],
        ['等级', feedback.level ? LEAD_LEVELS[feedback.level] : ''],
        ['下次', [feedback.nextAt ? sayTime(Date.parse(feedback.nextAt), now) : '', feedback.nextPlan ?? ''].filter(Boolean).join('，')],
      ].filter(([, words]) => words)
    : [];
  return (
    <Section title="这次带看">
      <Card flush>
        {feedback ? (
          <View className="viewing-detail__row">
            <View>{feedback.words}</View>
            {facts.map(([label, words]) => (
              <View key={label} className="t-note ink-2">{`${label}：${words}`}</View>
            ))}
          </View>
        ) : null}
        {rating ? (
          <View className="viewing-detail__row">
            <View>{`客户评价 ${rating.stars} 星`}</View>
            <View className="t-note ink-2">{[rating.tags.join('、'), rating.words].filter(Boolean).join('，') || '没有写更多'}</View>
          </View>
        ) : null}
      </Card>
    </Section>
  );
}
