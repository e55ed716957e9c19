import type { CustomerMergePreview } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { Section } from '@/components/section/section';

const ALWAYS = '两个号码都保留，以后用哪个号码登记、预约，都会找到同一位客户';

/** What will happen, before it happens. */
export function MergeWords({ preview: { into, moves, decisions } }: { preview: CustomerMergePreview }) {
  const moved = moves.length > 0 ? `${moves.join('、')}转到 ${into.phonesMasked[0]} 名下` : '另一份记录里没有需要转过来的内容';
  return (
    <Section title="合并后">
      <Card>
        {[moved, ...decisions, ALWAYS].map((sentence) => (
          <View key={sentence} className="merge__line">
            <Icon name="check" size={1.1} className="merge__mark" />
            <View className="grow">{sentence}</View>
          </View>
        ))}
      </Card>
    </Section>
  );
}
