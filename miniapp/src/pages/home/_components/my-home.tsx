import { type HomeView, mayAtHome } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Cell, CellGroup } from '@/components/cell/cell';
import { OrderCard } from '@/components/order-card/order-card';
import { Section } from '@/components/section/section';
import { useNow } from '@/platform/clock';
import { fileAddress } from '@/platform/environment';
import { go } from '@/platform/navigation';
import { useResource } from '@/platform/use-resource';
import { server, useSession, useWaitingReports } from '@/session';
import './my-home.scss';

const SHOWN = 2;

/** 我的家 above everything else for whoever has one: report with one tap, and see what is on its way. */
export function MyHome() {
  const { me } = useSession();
  const homes = useResource(me ? 'my-homes' : null, server.homes.mine, { kept: true });
  const items = homes.data?.items ?? [];
  const [home] = items;
  if (home) return <Household home={home} more={items.length - 1} />;
  // Colleagues come here to sell, not to live. For everybody else the way stands here from the first moment, so that nothing jumps.
  if (me?.staffId) return null;
  return (
    <View className="my-home">
      <CellGroup>
        <Cell icon="home" title="我是业主" note="绑定房屋后，手机上报修、看进度" onTap={() => go('homes')} />
      </CellGroup>
    </View>
  );
}

function Household({ home, more }: { home: HomeView; more: number }) {
  const orders = useResource('my-orders:open', () => server.workOrders.mine('open'), { kept: true });
  const waiting = useWaitingReports().length;
  const now = useNow(60_000);
  const open = orders.data?.items ?? [];
  const { label, unitId, projectId, projectName, role } = home;
  const rest = open.length - SHOWN + (orders.data?.nextCursor ? 1 : 0);
  return (
    <View className="my-home">
      <Section
        title="我的家"
        aside={<Button kind="quiet" text={more > 0 ? `共 ${more + 1} 套` : '房屋与成员'} onTap={() => go('homes')} />}
      >
        <View className="stack">
          <Card>
            <View className="t-section">{label}</View>
            <View className="my-home__ways">
              {mayAtHome(home, 'complain') ? (
                <Button text="投诉建议" kind="plain" onTap={() => go('report', { kind: 'complaint', unitId })} />
              ) : null}
              {mayAtHome(home, 'report') ? (
                <Button text="报修" icon="wrench" onTap={() => go('report', { kind: 'repair', unitId })} />
              ) : null}
            </View>
          </Card>
          {open.slice(0, SHOWN).map((order) => (
            <OrderCard
              key={order.id}
              order={order}
              thumb={order.thumbUrl && fileAddress(order.thumbUrl)}
              now={now}
              onOpen={() => go('myOrder', { id: order.id })}
            />
          ))}
          <CellGroup>
            <Cell icon="list" title="我的报事" end={endOf(waiting, rest)} onTap={() => go('myOrders', {})} />
            <Cell
              icon="share"
              title="推荐好友"
              note={`请朋友来看看${projectName}，奖励记在您名下`}
              onTap={() => go('refer', { id: projectId })}
            />
            {role === 'owner' ? (
              <>
                <Cell
                  icon="swap"
                  title="复购、置换咨询"
                  note="优先联系之前接待您的顾问"
                  onTap={() => go('repurchase', { id: projectId })}
                />
                <Cell icon="people" title="邻里服务" note="社区活动、车位装修、业主故事" onTap={() => go('neighbourServices')} />
              </>
            ) : null}
          </CellGroup>
        </View>
      </Section>
    </View>
  );
}

function endOf(waiting: number, rest: number): string | null {
  if (waiting > 0) return `${waiting} 件排队中`;
  return rest > 0 ? '还有进行中的' : null;
}
