import { type MyViewing, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { EmptyState } from '@/components/notice/empty-state';
import { Loaded, PageFrame } from '@/components/page-frame/page-frame';
import { RefusalLine } from '@/components/refusal-line/refusal-line';
import { Skeleton } from '@/components/skeleton/skeleton';
import { otherTimes } from '@/components/slot-picker/other-times';
import { saySlot } from '@/components/slot-picker/say-day';
import { SlotPicker } from '@/components/slot-picker/slot-picker';
import { sentenceOf } from '@/platform/api-problem';
import { useNow } from '@/platform/clock';
import { say } from '@/platform/feedback';
import { scrollTo, useParams } from '@/platform/lifecycle';
import { backOr } from '@/platform/navigation';
import type { RouteParams } from '@/platform/routes';
import { askToSubscribe } from '@/platform/subscribe';
import { useDraft } from '@/platform/use-draft';
import { useResource } from '@/platform/use-resource';
import { server, useSlots } from '@/session';
import { ASK_AT } from '../../_lib/subscriptions';
import { whatOf } from '../../_lib/viewing-words';
import './index.scss';

const NOTHING: { day: string | null; slotId: string | null } = { day: null, slotId: null };

export default function ChangePage() {
  const { id = '' } = useParams<RouteParams['changeViewing']>();
  const viewing = useResource<MyViewing>(`viewing:${id}`, () => server.viewings.detail(id), { kept: true });
  const slots = useSlots(viewing.data?.projectId ?? null);
  const draft = useDraft(`change:${id}`, NOTHING);
  const [refused, setRefused] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const busy = useRef(false);
  const now = useNow(30_000);
  const times = viewing.data ? otherTimes(slots.data?.items ?? [], viewing.data) : [];
  const slot = times.find((time) => time.id === draft.value.slotId && time.bookable) ?? null;

  const choose = (part: Partial<typeof NOTHING>) => {
    setRefused(null);
    draft.change(part);
  };
  const send = async () => {
    if (busy.current) return;
    if (!slot) {
      setRefused('请先点选一个新的时间');
      return scrollTo('#ask-slot');
    }
    busy.current = true;
    // Inside the tap, before anything is waited for.
    const asked = askToSubscribe(ASK_AT.booking);
    setSending(true);
    await asked;
    const body = { slotId: slot.id };
    try {
      await server.viewings.reschedule(id, body, draft.keyFor(body));
      draft.clear();
      say('时间已改好');
      backOr('myViewing', { id });
    } catch (failure) {
      await Promise.all([slots.reload(), viewing.reload()]);
      setRefused(sentenceOf(failure));
      busy.current = false;
      setSending(false);
    }
  };
  return (
    <PageFrame
      of={viewing}
      now={now}
      width="form"
      skeleton={<Skeleton cards={2} lines={5} />}
      bottom={
        <BottomBar note={refused ? <RefusalLine sentence={refused} /> : null}>
          <Button text={slot ? `改到${saySlot(Date.parse(slot.startsAt), now)}` : '选好新时间再改'} busy={sending} onTap={send} />
        </BottomBar>
      }
    >
      {(data) => (
        <View className="change">
          <View>
            <View className="t-title">改到什么时间？</View>
            <View className="t-note ink-2">{`${whatOf(data)}，现在约的是 ${sayTime(Date.parse(data.startsAt), now)}`}</View>
            {data.reschedulesLeft > 0 ? <View className="t-note ink-2">{`还可以改 ${data.reschedulesLeft} 次`}</View> : null}
          </View>
          <Loaded of={slots} skeleton={<Skeleton cards={1} lines={6} />}>
            {times.length > 0 ? (
              <Card>
                <SlotPicker
                  slots={times}
                  closedDays={slots.data?.closedDays}
                  day={draft.value.day}
                  chosen={slot?.id ?? null}
                  now={now}
                  onDay={(day) => choose({ day, slotId: null })}
                  onTime={(time) => choose({ slotId: time.id })}
                />
              </Card>
            ) : (
              <EmptyState title="近期没有其他开放的时间" text="原来的时间仍为您保留；也可以打电话给顾问商量" />
            )}
          </Loaded>
        </View>
      )}
    </PageFrame>
  );
}
