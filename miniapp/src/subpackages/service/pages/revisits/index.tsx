import { type RevisitStatus, type RevisitView, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Deadline } from '@/components/deadline/deadline';
import { ListEnd } from '@/components/list-end/list-end';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Segments } from '@/components/segments/segments';
import { Skeleton } from '@/components/skeleton/skeleton';
import { StatusTag } from '@/components/status-tag/status-tag';
import { Tap } from '@/components/tap/tap';
import { useNow } from '@/platform/clock';
import { useEndReached, usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import { useLiveRefresh } from '@/platform/use-live-refresh';
import { usePagedResource } from '@/platform/use-paged-resource';
import { server } from '@/session';
import { RecordSheet } from './_components/record-sheet';
import './index.scss';

const VIEWS = [
  { value: 'open', label: '待回访' },
  { value: 'done', label: '已回访' },
];
const EMPTY: Readonly<Record<RevisitStatus, { title: string; text: string }>> = {
  open: { title: '没有要回访的业主', text: '评价较低、48 小时没有评价、投诉办结后，会自动安排回访' },
  done: { title: '还没有回访记录', text: '回访后记一笔，会收在这里' },
};

/** Owners who must be rung again (J12, J16), those due first on top. */
export default function RevisitsPage() {
  const [status, setStatus] = useState<RevisitStatus>('open');
  const revisits = usePagedResource<RevisitView>(`revisits:${status}`, (cursor) => server.serviceDesk.revisits(status, { cursor }));
  const [recording, setRecording] = useState<RevisitView | null>(null);
  const now = useNow();
  usePullRefresh(revisits.reload);
  useEndReached(revisits.more);
  useLiveRefresh(revisits.reload, null);
  return (
    <PageFrame
      of={revisits}
      now={now}
      width="list"
      skeleton={<Skeleton cards={4} lines={2} />}
      empty={{ when: (items) => items.length === 0, ...EMPTY[status] }}
      head={
        <View className="revisits__head">
          <Segments items={VIEWS} chosen={status} onChange={(value) => setStatus(value as RevisitStatus)} />
        </View>
      }
      over={<RecordSheet revisit={recording} onDone={revisits.reload} onClose={() => setRecording(null)} />}
    >
      {(items) => (
        <>
          <Card flush>
            {items.map((revisit) => (
              <View key={revisit.id} className="revisits__row">
                <Tap label={`${revisit.homeLabel}，${revisit.reasonLabel}`} onTap={() => go('staffOrder', { id: revisit.workOrderId })}>
                  <View className="row row--between row--wrap">
                    <View className="revisits__home one-line">{revisit.homeLabel}</View>
                    <Standing revisit={revisit} now={now} />
                  </View>
                  <View className="t-note ink-2">{[revisit.reasonLabel, revisit.owner.name, revisit.number].join(' · ')}</View>
                  {revisit.note ? <View>{revisit.note}</View> : null}
                </Tap>
                {revisit.status === 'open' ? (
                  <View className="revisits__foot">
                    <Button text="看工单、打电话" kind="quiet" onTap={() => go('staffOrder', { id: revisit.workOrderId })} />
                    <Button text="记录回访" kind="plain" onTap={() => setRecording(revisit)} />
                  </View>
                ) : null}
              </View>
            ))}
          </Card>
          <ListEnd list={revisits} count={`共 ${items.length} 条`} />
        </>
      )}
    </PageFrame>
  );
}

function Standing({ revisit: { status, dueAt, doneAt }, now }: { revisit: RevisitView; now: number }) {
  if (status === 'open') return <Deadline dueAt={Date.parse(dueAt)} now={now} />;
  return <StatusTag text={doneAt ? `${sayTime(Date.parse(doneAt), now)} 已回访` : '已回访'} tone="done" />;
}
