import { beijingDate, type RewardStatus, type StaffReward } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useContext, useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { FailureNote } from '@/components/failure-note/failure-note';
import { ListEnd } from '@/components/list-end/list-end';
import { PageFrame } from '@/components/page-frame/page-frame';
import { PageSettings } from '@/components/page-frame/page-settings';
import { ProjectPick } from '@/components/project-pick/project-pick';
import { Segments } from '@/components/segments/segments';
import { Skeleton } from '@/components/skeleton/skeleton';
import { sentenceOf } from '@/platform/api-problem';
import { useNow } from '@/platform/clock';
import { say } from '@/platform/feedback';
import { useEndReached, useParams, usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import type { RouteParams } from '@/platform/routes';
import { EXPORT_WORD, exportCsv } from '@/platform/table-export';
import { useLiveRefresh } from '@/platform/use-live-refresh';
import { usePagedResource } from '@/platform/use-paged-resource';
import { may, server, useProjectChoice, useSession } from '@/session';
import { EMPTY_REWARDS, firstView, REWARD_VIEWS, sayTotal } from '../../_lib/reward-words';
import { BatchBar } from './_components/batch-bar';
import { RewardGrid } from './_components/reward-grid';
import { RewardRows } from './_components/reward-rows';
import './index.scss';

/** Rewards by state: approved by one, paid by another; on a wide screen several at once. */
export default function RewardsPage() {
  const asked = useParams<RouteParams['rewards']>();
  const { me } = useSession();
  const { wide } = useContext(PageSettings);
  const project = useProjectChoice();
  const [approves, pays] = [may(me, 'reward.approve'), may(me, 'reward.pay')];
  const [picked, setPicked] = useState<RewardStatus | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [failed, setFailed] = useState<string | null>(null);
  const [exporting, setExporting] = useState(false);
  const view = picked ?? REWARD_VIEWS.find(({ value }) => value === asked.status)?.value ?? firstView(approves, pays);
  const { id: projectId } = project;
  const rewards = usePagedResource<StaffReward>(me && projectId ? `staff-rewards:${projectId}:${view}` : null, (cursor) =>
    server.staffRewards.list({ projectId, status: view, cursor }),
  );
  const now = useNow(60_000);
  usePullRefresh(rewards.reload);
  useEndReached(rewards.more);
  useLiveRefresh(rewards.reload, null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was ticked stood in another list
  useEffect(() => setChosen(new Set()), [view, projectId]);
  const items = rewards.data ?? [];
  const label = REWARD_VIEWS.find(({ value }) => value === view)?.label ?? '';
  const choosing = (view === 'due' && approves) || (view === 'approved' && pays);
  const save = async () => {
    setExporting(true);
    try {
      await exportCsv(`奖励-${label}-${beijingDate(now)}`, await server.staffRewards.exported(projectId, view));
    } catch (failure) {
      say(sentenceOf(failure));
    } finally {
      setExporting(false);
    }
  };
  return (
    <PageFrame
      of={projectId ? rewards : { ...project.projects, data: null }}
      now={now}
      width="desk"
      skeleton={<Skeleton cards={4} lines={2} />}
      empty={{ when: (list) => list.length === 0, ...EMPTY_REWARDS[view] }}
      head={
        <View className="rewards__head">
          <View className="rewards__tools">
            <View className="grow">
              <ProjectPick project={project} />
            </View>
            {may(me, 'reward-rule.edit') ? (
              <Button text="奖励规则" icon="list" kind="quiet" onTap={() => go('rewardRules', { projectId })} />
            ) : null}
          </View>
          <Segments items={REWARD_VIEWS} chosen={view} onChange={(value) => setPicked(value as RewardStatus)} />
          {failed ? <FailureNote text={failed} /> : null}
        </View>
      }
      bottom={
        wide && choosing ? (
          <BatchBar
            rewards={items}
            chosen={chosen}
            now={now}
            onDone={async (left) => {
              setChosen(new Set());
              setFailed(left.length > 0 ? `没有成功：${left.map(({ name, why }) => `${name}（${why}）`).join('，')}` : null);
              await rewards.reload();
            }}
          />
        ) : null
      }
    >
      {(list) => (
        <>
          <View className="rewards__sum">
            <View className="grow ink-2 tabular">{`${label} ${sayTotal(list)}${rewards.atEnd ? '' : '（还有更多）'}`}</View>
            {pays ? <Button text={EXPORT_WORD} icon="copy" kind="quiet" busy={exporting} onTap={() => void save()} /> : null}
          </View>
          {wide ? (
            <RewardGrid rewards={list} chosen={chosen} choosing={choosing} now={now} onChoose={setChosen} />
          ) : (
            <RewardRows rewards={list} now={now} />
          )}
          <ListEnd list={rewards} count={`共 ${list.length} 笔`} />
        </>
      )}
    </PageFrame>
  );
}
