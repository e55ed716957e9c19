import type { FlagJudgement, FraudFlagView } from '@guihu/shared';
import { sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ReasonSheet } from '@/components/reason-sheet/reason-sheet';
import { Section } from '@/components/section/section';
import { StatusTag, type Tone } from '@/components/status-tag/status-tag';
import type { Verbs } from '@/platform/use-verbs';
import { server } from '@/session';
import './flags-section.scss';

interface Props {
  flags: readonly FraudFlagView[];
  mayJudge: boolean;
  verbs: Verbs;
  now: number;
}

const STANDING: Readonly<Record<FraudFlagView['status'], { text: string; tone: Tone }>> = {
  open: { text: '待核实', tone: 'soon' },
  cleared: { text: '已排除', tone: 'done' },
  confirmed: { text: '已确认', tone: 'late' },
};
const USUAL: Readonly<Record<FlagJudgement['outcome'], readonly string[]>> = {
  cleared: ['已电话核实，是真实好友', '同一门店的设备登记', '同一家庭，各自购房', '号码连号属巧合'],
  confirmed: ['本人承认', '号码无人使用', '与申报的亲属一致', '多条登记为同一人操作'],
};

/** What looked odd, with its evidence; a person decides, and says why. */
export function FlagsSection({ flags, mayJudge, verbs, now }: Props) {
  const [judging, setJudging] = useState<{ flag: FraudFlagView; outcome: FlagJudgement['outcome'] } | null>(null);
  if (flags.length === 0) return null;
  const clears = judging?.outcome === 'cleared';
  const send = async (note: string) => {
    if (!judging) return;
    const { flag, outcome } = judging;
    await verbs.run(() => server.staffReferrals.judgeFlag(flag.id, { outcome, note }), clears ? '已排除疑点' : '已确认有问题');
    setJudging(null);
  };
  return (
    <Section title="疑点" note="系统只提示，不自动处理；由你核实后决定">
      {flags.map((flag) => (
        <Card key={flag.id} className="flag">
          <View className="row row--between row--wrap">
            <View className="flag__name">{flag.label}</View>
            <StatusTag {...STANDING[flag.status]} icon={flag.status === 'open' ? 'late' : undefined} />
          </View>
          <View className="t-note ink-2 tabular">{`${sayTime(Date.parse(flag.at), now)} 发现`}</View>
          {flag.evidence.map((line) => (
            <View key={line} className="flag__evidence">
              {line}
            </View>
          ))}
          {flag.note ? <View className="flag__note t-note">{`核实：${flag.note}`}</View> : null}
          {mayJudge && flag.status === 'open' ? (
            <View className="flag__verbs no-print">
              <Button text="确认有问题" kind="danger" disabled={verbs.busy} onTap={() => setJudging({ flag, outcome: 'confirmed' })} />
              <Button text="排除疑点" kind="plain" disabled={verbs.busy} onTap={() => setJudging({ flag, outcome: 'cleared' })} />
            </View>
          ) : null}
        </Card>
      ))}
      <ReasonSheet
        open={judging !== null}
        title={clears ? '排除疑点' : '确认有问题'}
        note={clears ? '这条提示会标为已排除，推荐照常进行' : '这条提示会标为已确认，审核奖励时能看到'}
        label="核实情况"
        reasons={judging ? USUAL[judging.outcome] : []}
        action={clears ? '排除疑点' : '确认有问题'}
        busy={verbs.busy}
        onSend={send}
        onClose={() => setJudging(null)}
      />
    </Section>
  );
}
