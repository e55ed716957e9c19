import type { VerdictSettings, VerdictSimulation } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { ChipGroup } from '@/components/chip-group/chip-group';
import { Section } from '@/components/section/section';
import { TrialCard } from '@/components/trial-card/trial-card';
import { useTrial } from '@/platform/use-trial';
import { server } from '@/session';
import { saySimulation } from '../../../_lib/verdict-rule-words';

interface Props {
  projectId: string;
  settings: VerdictSettings;
  /** What a draft changes, a sentence each. */
  changes: readonly string[];
}

const SPANS = [7, 30, 90].map((days) => ({ value: String(days), label: `${days} 天` }));

/** What these rules would have made of the claims of the past, before anybody is asked to live by them. */
export function TrialSection({ projectId, settings, changes }: Props) {
  const [days, setDays] = useState(30);
  const trial = useTrial({ settings, days }, (draft) => server.staffReferrals.simulate(projectId, draft.settings, draft.days));
  return (
    <Section title="在过去试一遍" note="只重算，不改动任何判定">
      {changes.length > 0 ? (
        <View className="verdict-rules__changes">
          {changes.map((change) => (
            <View key={change}>{change}</View>
          ))}
        </View>
      ) : null}
      <View className="verdict-rules__span">
        <ChipGroup chips={SPANS} chosen={[String(days)]} onChange={([value]) => value && setDays(Number(value))} />
      </View>
      <TrialCard trial={trial} first={`这版规则用在过去 ${days} 天`} again="按现在的草稿再算一次">
        {(said: VerdictSimulation) => (
          <>
            <View className="verdict-rules__said">{saySimulation(said, days)}</View>
            {said.changed.map(({ subjectId, label, before, after, why }) => (
              <View key={subjectId} className="verdict-rules__changed">
                <View className="verdict-rules__who">{label}</View>
                <View className="verdict-rules__turn">
                  <View className="ink-2">{before}</View>
                  <View className="verdict-rules__to">→</View>
                  <View className="verdict-rules__after">{after}</View>
                </View>
                <View className="t-note ink-2">{why}</View>
              </View>
            ))}
          </>
        )}
      </TrialCard>
    </Section>
  );
}
