import { View } from '@tarojs/components';
import { useContext, useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { OrderRow } from '@/components/order-row/order-row';
import { PageFrame } from '@/components/page-frame/page-frame';
import { PageSettings } from '@/components/page-frame/page-settings';
import { ProjectPick } from '@/components/project-pick/project-pick';
import { Section } from '@/components/section/section';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useNow } from '@/platform/clock';
import { usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import { useLiveRefresh } from '@/platform/use-live-refresh';
import { useResource } from '@/platform/use-resource';
import { server, useProjectChoice } from '@/session';
import { nextDueOf } from '../../_lib/order-facts';
import { BuildingStrip } from './_components/building-strip';
import { ClockTable } from './_components/clock-table';
import { EngineerRow } from './_components/engineer-row';
import { EngineerSheet } from './_components/engineer-sheet';
import { lateSentence, peopleInOrder } from './_lib/board-words';
import './index.scss';

/** A wall is looked at, not pulled. */
const EVERY_MS = 15_000;

/** What a supervisor watches (J5): what is late where, in whose hands, and what ends first. */
export default function ServiceBoardPage() {
  const { wide } = useContext(PageSettings);
  const project = useProjectChoice();
  const { id: projectId } = project;
  const board = useResource(projectId ? `service-board:${projectId}` : null, () => server.serviceDesk.board(projectId));
  const [looked, setLooked] = useState<string | null>(null);
  const now = useNow();
  usePullRefresh(board.reload);
  useLiveRefresh(board.reload, nextDueOf(board.data?.urgent ?? [], now), EVERY_MS);
  const openOrder = (id: string) => {
    setLooked(null);
    if (wide) go('staffOrders', { view: 'team', projectId, id });
    else go('staffOrder', { id });
  };
  return (
    <PageFrame
      of={projectId ? board : { ...project.projects, data: null }}
      now={now}
      width="desk"
      skeleton={<Skeleton cards={4} lines={2} />}
      head={<ProjectPick project={project} />}
      over={
        <EngineerSheet
          person={board.data?.people.find(({ id }) => id === looked) ?? null}
          urgent={board.data?.urgent ?? []}
          now={now}
          onOpen={openOrder}
          onClose={() => setLooked(null)}
        />
      }
    >
      {(data) => {
        const late = lateSentence(data);
        return (
          <View className="service-board">
            <View className="service-board__state">
              <View className="service-board__figures">
                {data.counts.map(({ status, label, count }) => (
                  <View key={status} className="service-board__figure">
                    <View className="t-figure">{count}</View>
                    <View className="t-note ink-2 one-line">{label}</View>
                  </View>
                ))}
              </View>
              <View className={`service-board__late ${late ? 'service-board__late--some' : ''}`}>
                <Icon name={late ? 'late' : 'check'} />
                <View className="grow">{late ?? '没有超时的工单'}</View>
              </View>
              <ClockTable board={data} />
              <Section title="楼栋">
                <Card>
                  <BuildingStrip buildings={data.buildings} onOpen={(name) => go('staffOrders', { projectId, q: name })} />
                </Card>
              </Section>
              <View className="service-board__ways">
                <Button text="排班" icon="calendar" kind="plain" onTap={() => go('rota', { projectId })} />
                <Button text="派单规则" icon="list" kind="plain" onTap={() => go('dispatchRules', { projectId })} />
                <Button text="回访" icon="phone" kind="plain" onTap={() => go('revisits')} />
              </View>
            </View>
            <Section
              title={`最紧急的 ${data.urgent.length} 张`}
              aside={<Button text="全部工单" kind="quiet" onTap={() => go('staffOrders', { view: 'team', projectId })} />}
            >
              <Card flush={data.urgent.length > 0}>
                {data.urgent.length === 0 ? '手上没有进行中的工单' : null}
                {data.urgent.map((order) => (
                  <OrderRow key={order.id} order={order} now={now} withHolder onTap={() => openOrder(order.id)} />
                ))}
              </Card>
            </Section>
            <Section title={`同事 ${data.people.length} 人`}>
              <Card flush={data.people.length > 0}>
                {data.people.length === 0 ? '还没有为这个楼盘安排维修同事' : null}
                {peopleInOrder(data.people).map((person) => (
                  <EngineerRow key={person.id} person={person} onTap={() => setLooked(person.id)} />
                ))}
              </Card>
            </Section>
          </View>
        );
      }}
    </PageFrame>
  );
}
