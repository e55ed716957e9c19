import { Switch } from '@nutui/nutui-react-taro';
import { View } from '@tarojs/components';
import { Cell, CellGroup } from '@/components/cell/cell';
import { ErrorState } from '@/components/notice/error-state';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Section } from '@/components/section/section';
import { Skeleton } from '@/components/skeleton/skeleton';
import { failureOf } from '@/platform/failure';
import { usePageShow, usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import { useResource } from '@/platform/use-resource';
import { server, session, setLargeType, useLargeType, useSession } from '@/session';
import { BindPhone } from './_components/bind-phone';
import { StaffCells } from './_components/staff-cells';
import { WhoCard } from './_components/who-card';
import './index.scss';

/** Reads who I am again; what is shown stays when that fails. */
const look = async () => {
  await session.start();
  if (session.state().status === 'signed-in') await session.refresh().catch(() => undefined);
};

export default function MePage() {
  const { status, me, failure } = useSession();
  const large = useLargeType();
  const messages = useResource(me ? 'messages' : null, () => server.messages.list());
  const unread = messages.data?.items.filter((message) => message.readAt === null).length ?? 0;
  usePageShow(() => void look());
  usePullRefresh(look);
  return (
    <PageFrame width="list">
      <View className="me">
        <View className="me__who stack">
          {status === 'unknown' ? <Skeleton cards={1} /> : null}
          {status === 'guest' ? <ErrorState failure={failureOf(failure)} onRetry={session.renew} /> : null}
          {me ? <WhoCard me={me} /> : null}
          {me && !me.phoneMasked ? <BindPhone /> : null}
        </View>
        {me?.staffId ? <StaffCells me={me} /> : null}
        <View>
          {me ? (
            <Section title="我的服务">
              <CellGroup>
                <Cell icon="home" title="我的房屋" note="绑定房屋、邀请家人和租户" onTap={() => go('homes')} />
                <Cell icon="wrench" title="我的报事" note="报修、投诉、建议的进展" onTap={() => go('myOrders', {})} />
                {me.staffId ? null : (
                  <Cell icon="calendar" title="我的预约" note="看房、开放日的时间和到访码" onTap={() => go('myViewings')} />
                )}
                {me.staffId ? null : <Cell icon="list" title="我的咨询" note="登记过的楼盘和进展" onTap={() => go('myLeads')} />}
                {me.staffId ? null : <Cell icon="share" title="我的推荐" note="好友走到哪一步" onTap={() => go('myReferrals')} />}
                {me.staffId ? null : (
                  <Cell icon="star" title="奖励与积分" note="到账、待发放和可兑换的礼品" onTap={() => go('myRewards')} />
                )}
                <Cell icon="message" title="消息" end={unread > 0 ? `${unread} 条未读` : null} onTap={() => go('messages')} />
                <Cell icon="shield" title="个人信息授权" note="查看、撤回您同意过的用途" onTap={() => go('consents')} />
              </CellGroup>
            </Section>
          ) : null}
        </View>
        <View>
          <Section title="设置">
            <CellGroup>
              <Cell icon="text" title="大字" note="文字放大四分之一" end={<Switch checked={large} onChange={setLargeType} />} />
              <Cell icon="info" title="隐私政策" onTap={() => go('policy')} />
            </CellGroup>
          </Section>
        </View>
      </View>
    </PageFrame>
  );
}
