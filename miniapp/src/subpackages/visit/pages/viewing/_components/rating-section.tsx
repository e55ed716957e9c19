import type { MyViewing } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { RatingStars } from '@/components/rating-stars/rating-stars';
import { Section } from '@/components/section/section';

/** What the visitor said of it. */
export function RatingSection({ rating }: Pick<MyViewing, 'rating'>) {
  if (!rating) return null;
  const { stars, tags, words } = rating;
  return (
    <Section title="您的评价">
      <Card>
        <RatingStars stars={stars} />
        {tags.length > 0 ? <View className="t-note ink-2">{tags.join('、')}</View> : null}
        {words ? <View>{words}</View> : null}
      </Card>
    </Section>
  );
}
