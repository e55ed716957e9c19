import { type EvidenceFact, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { Section } from '@/components/section/section';
import { inOrder, SOURCES, wordsOf } from '../../../_lib/verdict-words';

/** The facts in the order in which they happened, each with where it was written down. */
export function EvidenceSection({ facts, now }: { facts: readonly EvidenceFact[]; now: number }) {
  if (facts.length === 0) return null;
  return (
    <Section title="证据链" note="按发生的先后排列，判断只依据这些记录">
      <Card>
        <View className="evidence">
          {inOrder(facts).map((fact) => (
            <View key={`${fact.at}-${fact.text}`} className="evidence__fact">
              <View className="evidence__mark">
                <Icon name={SOURCES[fact.source].icon} size={1} />
              </View>
              <View className="grow">
                <View className="evidence__when t-note tabular">
                  {`${sayTime(Date.parse(fact.at), now)} · ${SOURCES[fact.source].text}`}
                </View>
                <View>{wordsOf(fact)}</View>
              </View>
            </View>
          ))}
        </View>
      </Card>
    </Section>
  );
}
