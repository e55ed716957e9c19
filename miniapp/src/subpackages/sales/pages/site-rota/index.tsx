import { beijingDate, SITE_DUTIES, type SiteDuty, type SitePost, type SiteRotaDay, startOfBeijingDate } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ChipGroup, chipsOf } from '@/components/chip-group/chip-group';
import { PageFrame } from '@/components/page-frame/page-frame';
import { ProjectPick } from '@/components/project-pick/project-pick';
import { Section } from '@/components/section/section';
import { Segments } from '@/components/segments/segments';
import { Skeleton } from '@/components/skeleton/skeleton';
import { daysOf, weekOf } from '@/components/week-switch/week';
import { WeekSwitch } from '@/components/week-switch/week-switch';
import { useNow } from '@/platform/clock';
import { confirmed } from '@/platform/feedback';
import { usePullRefresh } from '@/platform/lifecycle';
import { useResource } from '@/platform/use-resource';
import { useVerbs } from '@/platform/use-verbs';
import { server, useProjectChoice } from '@/session';
import { DayCard } from './_components/day-card';
import { DaySheet } from './_components/day-sheet';
import { namesIn } from './_lib/post-form';
import './index.scss';

const VIEWS = [
  { value: 'dates', label: '按日期' },
  { value: 'week', label: '每周固定' },
];

/** Who keeps the sales office running (F11): every week alike, and the dates that differ. */
export default function SiteRotaPage() {
  const project = useProjectChoice();
  const { id: projectId } = project;
  const now = useNow(60_000);
  const [view, setView] = useState('dates');
  const [away, setAway] = useState(0);
  const [looked, setLooked] = useState<string | null>(null);
  const week = weekOf(now, away);
  const from = beijingDate(week.from);
  const rota = useResource(projectId ? `site-rota:${projectId}:${from}` : null, () => server.siteRota.view({ projectId, from }));
  const verbs = useVerbs(rota.reload);
  usePullRefresh(rota.reload);

  const titles = daysOf(week).map(({ weekday, day }) => ({ weekday, dated: `${weekday} ${day}` }));
  const shown = (view === 'week' ? rota.data?.week : rota.data?.days) ?? [];
  const titleOf = (at: number) => (view === 'week' ? `每${titles[at]?.weekday}` : titles[at]?.dated) ?? '';
  const isOver = ({ day }: SiteRotaDay) => view === 'dates' && day < beijingDate(now);
  const at = shown.findIndex(({ day }) => day === looked);
  const day = shown[at] ?? null;

  const save = (posts: SitePost[] | null) =>
    day
      ? verbs.run(() => server.siteRota.plan({ projectId, day: day.day, posts, basedOnVersion: day.version }), '已保存')
      : Promise.resolve(false);
  const copy = async () => {
    if (await confirmed('照搬上周的排班？', '今天以后的日子会换成上周同一天的安排，已过去的不变', '照搬'))
      void verbs.run(() => server.siteRota.copy({ projectId, from }), '已照搬上周');
  };
  return (
    <PageFrame
      of={projectId ? rota : { ...project.projects, data: null }}
      now={now}
      width="list"
      skeleton={<Skeleton cards={4} lines={3} />}
      head={
        <View className="site-rota__head">
          <ProjectPick project={project} />
          <Segments items={VIEWS} chosen={view} onChange={setView} />
        </View>
      }
      over={
        <DaySheet
          title={day ? titleOf(at) : ''}
          day={day}
          names={namesIn([...(rota.data?.week ?? []), ...(rota.data?.days ?? [])])}
          busy={verbs.busy}
          onSave={save}
          onClose={() => setLooked(null)}
        />
      }
    >
      {(data) => (
        <>
          {view === 'dates' ? (
            <>
              <WeekSwitch week={week} away={away} onChange={setAway} />
              {startOfBeijingDate(beijingDate(now)) < week.to ? (
                <View className="site-rota__head">
                  <Button text="照搬上周" icon="copy" kind="plain" block busy={verbs.busy} onTap={() => void copy()} />
                </View>
              ) : null}
            </>
          ) : (
            <View className="site-rota__head">
              <Section title="有客户时必须有人的岗位" note="约了客户的时间没有人在岗，当天的带看日程会提醒">
                <Card>
                  <ChipGroup
                    chips={chipsOf(SITE_DUTIES)}
                    chosen={data.wanted}
                    multiple
                    onChange={(wanted) => void verbs.run(() => server.siteRota.want({ projectId, wanted: wanted as SiteDuty[] }), '已保存')}
                  />
                </Card>
              </Section>
            </View>
          )}
          {shown.map((each, n) => (
            <DayCard key={each.day} title={titleOf(n)} day={each} over={isOver(each)} onOpen={() => setLooked(each.day)} />
          ))}
        </>
      )}
    </PageFrame>
  );
}
