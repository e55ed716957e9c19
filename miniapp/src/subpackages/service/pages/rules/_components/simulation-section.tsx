import type { DispatchSimulationView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Section } from '@/components/section/section';
import { Tap } from '@/components/tap/tap';
import { TrialCard } from '@/components/trial-card/trial-card';
import { go } from '@/platform/navigation';
import { useTrial } from '@/platform/use-trial';
import { server } from '@/session';
import type { RulesDraft } from '../_lib/rule-list';
import { CompareBars } from './compare-bars';

interface Props {
  projectId: string;
  draft: RulesDraft;
}

/** What this draft would have made of the orders of the last thirty days, before anybody is asked to live by it. */
export function SimulationSection({ projectId, draft }: Props) {
  const trial = useTrial(draft.rules, (rules) => server.serviceDesk.simulate(projectId, rules));
  return (
    <Section title="派单试算" note="用最近 30 天的工单重算，不会改动任何工单">
      <TrialCard trial={trial} first="用最近 30 天的工单试算" again="按现在的草稿再算一次">
        {(said: DispatchSimulationView) => (
          <>
            {said.sentences.map((sentence, at) => (
              <View key={sentence} className={at === said.sentences.length - 1 ? 'simulation__conclusion' : ''}>
                {sentence}
              </View>
            ))}
            <CompareBars
              said="每位同事处理的工单数"
              unit="张"
              rows={said.engineers.map(({ staffId, name, now, draft: then }) => ({
                id: staffId,
                name,
                now: now.orders,
                draft: then.orders,
                note:
                  now.mostAtOnce === then.mostAtOnce
                    ? `同时最多 ${then.mostAtOnce} 张`
                    : `同时最多 ${now.mostAtOnce} → ${then.mostAtOnce} 张`,
              }))}
            />
            {said.examples.length > 0 ? <View className="simulation__heading t-note ink-2">会换人处理的工单，最近的在前</View> : null}
            {said.examples.map(({ id, number, now, draft: then, rule }) => (
              <Tap key={id} className="simulation__example" onTap={() => go('staffOrder', { id })}>
                <View className="tabular">{number}</View>
                <View className="t-note ink-2">{[`${now} → ${then}`, rule ? `按「${rule}」` : ''].filter(Boolean).join('，')}</View>
              </Tap>
            ))}
          </>
        )}
      </TrialCard>
    </Section>
  );
}
