import { type MyViewing, VIEWING_KIND_LABELS } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { Card } from '@/components/card/card';
import { PageFrame } from '@/components/page-frame/page-frame';
import { ParcelLine } from '@/components/parcel-line/parcel-line';
import { parcelStepsOf } from '@/components/parcel-line/parcel-steps';
import { Section } from '@/components/section/section';
import { Skeleton } from '@/components/skeleton/skeleton';
import { sentenceOf } from '@/platform/api-problem';
import { useNow } from '@/platform/clock';
import { callPhone, copyText } from '@/platform/contact';
import { say } from '@/platform/feedback';
import { setTitle, useParams, usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import { addToCalendar } from '@/platform/phone-calendar';
import type { RouteParams } from '@/platform/routes';
import { askToSubscribe } from '@/platform/subscribe';
import { useGentlePoll } from '@/platform/use-gentle-poll';
import { useResource } from '@/platform/use-resource';
import { useVerbs } from '@/platform/use-verbs';
import { server } from '@/session';
import { calendarEntryOf } from '../../_lib/calendar-entry';
import { ASK_AT } from '../../_lib/subscriptions';
import { isAhead, passIsDue } from '../../_lib/viewing-words';
import { HostSection } from './_components/host-section';
import { PlaceSection } from './_components/place-section';
import { RatingSection } from './_components/rating-section';
import { ViewingActions } from './_components/viewing-actions';
import { ViewingHead } from './_components/viewing-head';
import { viewingPauseMs } from './_lib/viewing-poll';
import './index.scss';

const CALENDAR_SAID = {
  added: '已加入日历，提前两小时提醒您',
  saved: '日历文件已下载，打开即可加入',
  refused: '没能加入日历，请在微信设置里允许使用日历',
  left: null,
} as const;

export default function ViewingPage() {
  const { id = '', no } = useParams<RouteParams['myViewing']>();
  const viewing = useResource<MyViewing>(`viewing:${id}`, () => server.viewings.detail(id), { kept: true });
  const projectId = viewing.data?.projectId ?? null;
  const project = useResource(projectId && `project:${projectId}`, () => server.projects.detail(projectId as string), { kept: true });
  const kind = viewing.data?.kind;
  // A dinner among neighbours is no visit to a flat.
  useEffect(() => {
    if (kind === 'event') setTitle(VIEWING_KIND_LABELS[kind]);
  }, [kind]);
  const verbs = useVerbs(viewing.reload);
  const now = useNow();
  usePullRefresh(viewing.reload);
  useGentlePoll(viewing.reload, () => viewingPauseMs(viewing.data?.status ?? null));

  const intoCalendar = async (data: MyViewing) => {
    await askToSubscribe(ASK_AT.calendar);
    try {
      const file = { name: '看房预约.ics', text: () => server.viewings.calendarFile(data.id) };
      const said = CALENDAR_SAID[await addToCalendar(calendarEntryOf(data), file)];
      if (said) say(said);
    } catch (failure) {
      say(sentenceOf(failure));
    }
  };
  const received = (
    <Card>
      <View className="t-section">预约已收到</View>
      {no ? <View className="t-note ink-2 tabular">{`预约编号 ${no}，正在读取…`}</View> : null}
    </Card>
  );
  return (
    <PageFrame
      of={viewing}
      now={now}
      skeleton={
        <View className="stack">
          {no ? received : null}
          <Skeleton cards={3} lines={3} />
        </View>
      }
      bottom={
        viewing.data ? (
          <ViewingActions
            viewing={viewing.data}
            now={now}
            verbs={verbs}
            onCalendar={() => viewing.data && void intoCalendar(viewing.data)}
          />
        ) : undefined
      }
    >
      {(data) => (
        <View className="viewing">
          <View className="viewing__head">
            <ViewingHead viewing={data} now={now} onCopy={() => copyText(data.number)} />
          </View>
          <View className="viewing__rest">
            <HostSection viewing={data} onCall={callPhone} />
            {isAhead(data) || passIsDue(data, now) ? (
              <PlaceSection
                viewing={data}
                project={project.data}
                now={now}
                onCopyAddress={() => copyText(data.address).then(() => say('地址已复制，可粘贴到地图里导航'))}
                onCall={callPhone}
                onCalendar={() => void intoCalendar(data)}
                onPass={() => go('viewingPass', { id })}
              />
            ) : null}
          </View>
          <View className="viewing__progress">
            <RatingSection rating={data.rating} />
            <Section title="进展">
              <Card>
                <ParcelLine steps={parcelStepsOf(data.steps, now)} />
              </Card>
            </Section>
          </View>
        </View>
      )}
    </PageFrame>
  );
}
