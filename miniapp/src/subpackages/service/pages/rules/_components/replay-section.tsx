import { CLOCKS, type ClockView, type SlaReplayView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Section } from '@/components/section/section';
import { Tap } from '@/components/tap/tap';
import { TrialCard } from '@/components/trial-card/trial-card';
import { now } from '@/platform/clock';
import { go } from '@/platform/navigation';
import { useTrial } from '@/platform/use-trial';
import { server } from '@/session';
import { percentMet, sayReplay } from '../_lib/replay-words';
import type { RulesDraft } from '../_lib/rule-list';
import { CompareBars } from './compare-bars';

interface Props {
  projectId: string;
  draft: RulesDraft;
}

const THIRTY_DAYS_MS = 30 * 24 * 3_600_000;
const STATES: Readonly<Record<ClockView['state'], string>> = {
  running: '计时中',
  paused: '已暂停',
  met: '按时',
  missed: '超时',
  late: '超时',
  dropped: '不计时',
};

/** What these numbers would have made of the promises of the last thirty days (rule 105). */
export function ReplaySection({ projectId, draft }: Props) {
  const trial = useTrial(draft.settings, (policy) => {
    const until = now();
    const span = { fromAt: new Date(until - THIRTY_DAYS_MS).toISOString(), toAt: new Date(until).toISOString() };
    return server.serviceDesk.replaySla({ projectId, policy, ...span });
  });
  return (
    <Section title="时限试算" note="用草稿里的时限重算最近 30 天，不会改动任何工单">
      <TrialCard trial={trial} first="用最近 30 天的工单重算" again="按现在的时限再算一次">
        {(said: SlaReplayView) => (
          <>
            <View className="simulation__conclusion">{sayReplay(said)}</View>
            <CompareBars
              said="各时限按时的比例"
              unit="%"
              whole={100}
              rows={said.clocks
                .filter(({ now: is }) => is.met + is.missed > 0)
                .map(({ clock, name, now: is, draft: would }) => ({
                  id: clock,
                  name: `${name}按时`,
                  now: percentMet(is),
                  draft: percentMet(would),
                  note: `${is.met}/${is.met + is.missed} → ${would.met}/${would.met + would.missed}`,
                }))}
            />
            {said.changed.length > 0 ? <View className="simulation__heading t-note ink-2">结论会变的工单，最近的在前</View> : null}
            {said.changed.map((order) => (
              <Tap key={`${order.id}-${order.clock}`} className="simulation__example" onTap={() => go('staffOrder', { id: order.id })}>
                <View className="tabular">{order.number}</View>
                <View className="t-note ink-2">{`${CLOCKS[order.clock]}：${STATES[order.now]} → ${STATES[order.draft]}`}</View>
              </Tap>
            ))}
          </>
        )}
      </TrialCard>
    </Section>
  );
}
