import { View } from '@tarojs/components';
import { useCallback, useContext, useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { PageFrame } from '@/components/page-frame/page-frame';
import { PageSettings } from '@/components/page-frame/page-settings';
import { Section } from '@/components/section/section';
import { Segments } from '@/components/segments/segments';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useNow } from '@/platform/clock';
import { useParams, usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import type { RouteParams } from '@/platform/routes';
import { EXPORT_WORD, exportTable } from '@/platform/table-export';
import { useLiveRefresh } from '@/platform/use-live-refresh';
import { useResource } from '@/platform/use-resource';
import { server, useMyProjects } from '@/session';
import { BoardFigures } from './_components/board-figures';
import { EscalatedSection } from './_components/escalated-section';
import { OverdueSection } from './_components/overdue-section';
import { PersonRow } from './_components/person-row';
import { boardTable, figuresOf, lateSentence, peopleInOrder } from './_lib/board-words';
import './index.scss';

/** More late tasks than this are a number that nobody needs exactly; the server gives no more at once. */
const MOST_COUNTED = 100;

/** What a leader watches: how many stand where, what is late, and with whom. */
export default function BoardPage() {
  const asked = useParams<RouteParams['board']>();
  const { wide } = useContext(PageSettings);
  const projects = useMyProjects();
  const [picked, setPicked] = useState<string | null>(asked.projectId ?? null);
  const project = projects.data?.find(({ id }) => id === picked) ?? projects.data?.[0];
  const projectId = project?.id ?? '';
  const board = useResource(project ? `lead-board:${projectId}` : null, () => server.staffLeads.board(projectId));
  const overdue = useResource('team-overdue', () => server.tasks.list('overdue', { scope: 'team', limit: MOST_COUNTED }));
  const lateTasks = overdue.data?.items.filter((task) => task.projectName === project?.name) ?? [];
  const now = useNow();
  const reload = useCallback(async () => {
    await Promise.all([board.reload(), overdue.reload()]);
  }, [board.reload, overdue.reload]);
  usePullRefresh(reload);
  useLiveRefresh(reload, null);
  const choices = projects.data ?? [];
  return (
    <PageFrame
      of={projects.status === 'ready' ? board : { ...projects, data: null }}
      now={now}
      width="desk"
      skeleton={<Skeleton cards={4} lines={2} />}
      empty={{ when: (data) => data.people.length === 0, title: '还没有团队成员', text: '为楼盘安排置业顾问后会显示在这里' }}
      head={
        choices.length > 1 ? (
          <View className="board__head">
            <Segments items={choices.map(({ id, name }) => ({ value: id, label: name }))} chosen={projectId} onChange={setPicked} />
          </View>
        ) : null
      }
    >
      {(data) => {
        const people = peopleInOrder(data.people);
        const late = lateSentence(data, lateTasks.length);
        return (
          <>
            <BoardFigures figures={figuresOf(data)} onOpen={({ status }) => go('leads', { status, projectId })} />
            <View className={`board__late ${late ? 'board__late--some' : ''}`}>
              <Icon name={late ? 'late' : 'check'} />
              <View className="grow">{late ?? '没有超时的线索和任务'}</View>
            </View>
            <View className="board__columns">
              <Section
                title={`团队 ${people.length} 人`}
                aside={
                  wide ? (
                    <Button
                      text={EXPORT_WORD}
                      kind="quiet"
                      onTap={() => void exportTable(`${project?.name ?? ''}团队看板`, boardTable(people))}
                    />
                  ) : null
                }
              >
                <Card flush>
                  {people.map((person) => (
                    <PersonRow
                      key={person.id}
                      person={person}
                      overdue={lateTasks.filter(({ ownerName }) => ownerName === person.name).length}
                      onTap={() => go('leads', { owner: person.id, ownerName: person.name, projectId })}
                    />
                  ))}
                </Card>
              </Section>
              <View className="board__waiting">
                <EscalatedSection projectId={projectId} now={now} always={wide} />
                <OverdueSection tasks={lateTasks} now={now} />
              </View>
            </View>
          </>
        );
      }}
    </PageFrame>
  );
}
