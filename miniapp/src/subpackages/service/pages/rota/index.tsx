import type { RotaTurn } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { PageFrame } from '@/components/page-frame/page-frame';
import { ProjectPick } from '@/components/project-pick/project-pick';
import { Section } from '@/components/section/section';
import { Skeleton } from '@/components/skeleton/skeleton';
import { weekOf } from '@/components/week-switch/week';
import { WeekSwitch } from '@/components/week-switch/week-switch';
import { useNow } from '@/platform/clock';
import { confirmed } from '@/platform/feedback';
import { usePullRefresh } from '@/platform/lifecycle';
import { useResource } from '@/platform/use-resource';
import { useVerbs } from '@/platform/use-verbs';
import { may, server, useProjectChoice, useSession } from '@/session';
import { TurnsSheet } from './_components/turns-sheet';
import { WeekStrips } from './_components/week-strips';
import { sayGaps, sayStretch } from './_lib/rota-week';
import './index.scss';

/** As many as fit under the strips without scrolling past them. */
const MOST_GAPS = 12;

/** Who is there when, day and night (J15), and where nobody is. */
export default function RotaPage() {
  const { me } = useSession();
  const project = useProjectChoice();
  const { id: projectId } = project;
  const now = useNow(60_000);
  const [away, setAway] = useState(0);
  const [looked, setLooked] = useState<string | null>(null);
  const week = weekOf(now, away);
  const span = { projectId, from: new Date(week.from).toISOString(), to: new Date(week.to).toISOString() };
  const rota = useResource(projectId ? `rota:${projectId}:${span.from}` : null, () => server.serviceDesk.rota(span));
  const verbs = useVerbs(rota.reload);
  usePullRefresh(rota.reload);
  const mayEdit = may(me, 'rota.edit');
  const person = rota.data?.people.find(({ id }) => id === looked) ?? null;
  const theirs = rota.data?.turns.filter(({ staffId }) => staffId === looked) ?? [];

  const add = (turn: { from: number; to: number }) => {
    if (!person) return;
    const body = { staffId: person.id, fromAt: new Date(turn.from).toISOString(), toAt: new Date(turn.to).toISOString() };
    void verbs.run(() => server.serviceDesk.addTurn(body), '已排上');
  };
  const remove = async (turn: RotaTurn) => {
    if (await confirmed('取消这一班？', `${turn.staffName} ${sayStretch(turn)}。已派的工单不会变`, '取消排班'))
      void verbs.run(() => server.serviceDesk.removeTurn(turn.id), '已取消');
  };
  return (
    <PageFrame
      of={projectId ? rota : { ...project.projects, data: null }}
      now={now}
      width="list"
      skeleton={<Skeleton cards={3} lines={4} />}
      empty={{ when: (data) => data.people.length === 0, title: '还没有要排班的同事', text: '为楼盘安排维修同事后可以在这里排班' }}
      head={
        <>
          <ProjectPick project={project} />
          <WeekSwitch week={week} away={away} onChange={setAway} />
        </>
      }
      over={
        <TurnsSheet
          person={person}
          turns={theirs}
          week={week}
          now={now}
          mayEdit={mayEdit}
          busy={verbs.busy}
          onAdd={add}
          onRemove={(turn) => void remove(turn)}
          onClose={() => setLooked(null)}
        />
      }
    >
      {(data) => {
        const gaps = sayGaps(data.gaps);
        return (
          <>
            <View className={`rota__cover ${gaps ? 'rota__cover--open' : ''}`}>
              <Icon name={gaps ? 'late' : 'check'} />
              <View className="grow">{gaps ?? '这一周每个小时都有人值班'}</View>
            </View>
            <Card>
              <WeekStrips rota={data} week={week} now={now} onOpen={setLooked} />
              <View className="rota__legend t-small ink-2">
                <View className="rota__mark" />
                白班
                <View className="rota__mark rota__mark--night" />
                夜班
                <View className="rota__mark rota__mark--gap" />
                没有人
              </View>
            </Card>
            {data.gaps.length > 0 ? (
              <Section title="没有人值班的时段">
                <Card>
                  {data.gaps.slice(0, MOST_GAPS).map((gap) => (
                    <View key={gap.fromAt} className="rota__gap tabular">
                      {sayStretch(gap)}
                    </View>
                  ))}
                  {data.gaps.length > MOST_GAPS ? <View className="t-note ink-2">{`另有 ${data.gaps.length - MOST_GAPS} 段`}</View> : null}
                </Card>
              </Section>
            ) : null}
          </>
        );
      }}
    </PageFrame>
  );
}
