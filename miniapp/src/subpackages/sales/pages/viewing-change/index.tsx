import { sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { EmptyState } from '@/components/notice/empty-state';
import { Loaded, PageFrame } from '@/components/page-frame/page-frame';
import { ReasonSheet } from '@/components/reason-sheet/reason-sheet';
import { RefusalLine } from '@/components/refusal-line/refusal-line';
import { Skeleton } from '@/components/skeleton/skeleton';
import { otherTimes } from '@/components/slot-picker/other-times';
import { saySlot } from '@/components/slot-picker/say-day';
import { SlotPicker } from '@/components/slot-picker/slot-picker';
import { useNow } from '@/platform/clock';
import { useParams } from '@/platform/lifecycle';
import { backOr } from '@/platform/navigation';
import type { RouteParams } from '@/platform/routes';
import { server, useVisitTimes } from '@/session';
import { GoneViewing } from '../../_components/gone-viewing/gone-viewing';
import { isGone } from '../../_hooks/use-lead-page';
import { useViewingPage } from '../../_hooks/use-viewing-page';
import './index.scss';

const REASONS = ['客户来电改时间', '客户临时有事', '案场临时调整'];

/** Another time for a visitor who called. */
export default function ViewingChangePage() {
  const { id = '' } = useParams<RouteParams['moveViewing']>();
  const { viewing, verbs } = useViewingPage(id);
  const slots = useVisitTimes(id);
  const now = useNow(30_000);
  const [day, setDay] = useState<string | null>(null);
  const [slotId, setSlot] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const times = viewing.data ? otherTimes(slots.data?.items ?? [], viewing.data) : [];
  const slot = times.find((time) => time.id === slotId && time.bookable) ?? null;
  const movable = viewing.data?.allowed.includes('reschedule') ?? false;

  const send = async (reason: string) => {
    if (!slot) return;
    const done = await verbs.run(() => server.staffViewings.reschedule(id, { slotId: slot.id, reason }), '已改期，并通知了客户');
    setAsking(false);
    if (done) return backOr('staffViewing', { id });
    setSlot(null);
    void slots.reload();
  };
  if (isGone(viewing)) return <GoneViewing why={viewing.failure?.sentence ?? ''} />;
  return (
    <PageFrame
      of={viewing}
      now={now}
      width="form"
      skeleton={<Skeleton cards={2} lines={5} />}
      empty={{ when: () => !movable, title: '这次预约现在不能改期', text: '已到访、已取消，或已到约定的时间' }}
      bottom={
        movable ? (
          <BottomBar note={verbs.refusal ? <RefusalLine sentence={verbs.refusal} /> : null}>
            <Button
              text={slot ? `改到${saySlot(Date.parse(slot.startsAt), now)}` : '选好新时间再改'}
              disabled={!slot}
              busy={verbs.busy}
              onTap={() => setAsking(true)}
            />
          </BottomBar>
        ) : null
      }
      over={
        <ReasonSheet
          open={asking && slot !== null}
          title={slot ? `改到${saySlot(Date.parse(slot.startsAt), now)}` : ''}
          note="会通知客户和接待的同事；接待人那个时间没空时，会换一位"
          reasons={REASONS}
          action="改到这个时间"
          busy={verbs.busy}
          onSend={(reason) => void send(reason)}
          onClose={() => setAsking(false)}
        />
      }
    >
      {(data) => (
        <View className="viewing-change">
          <View>
            <View className="t-title">{`${data.customer.name}改到什么时间？`}</View>
            <View className="t-note ink-2">{`现在约的是 ${sayTime(Date.parse(data.startsAt), now)}`}</View>
          </View>
          <Loaded of={slots} skeleton={<Skeleton cards={1} lines={6} />}>
            {times.length > 0 ? (
              <Card>
                <SlotPicker
                  slots={times}
                  closedDays={slots.data?.closedDays}
                  day={day}
                  chosen={slot?.id ?? null}
                  now={now}
                  onDay={(date) => {
                    setDay(date);
                    setSlot(null);
                  }}
                  onTime={(time) => setSlot(time.id)}
                />
              </Card>
            ) : (
              <EmptyState title="近期没有其他开放的时间" text="原来的时间仍为客户保留" />
            )}
          </Loaded>
        </View>
      )}
    </PageFrame>
  );
}
