import type { MyViewing, ViewingPass } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { PageFrame } from '@/components/page-frame/page-frame';
import { QrCode } from '@/components/qr-code/qr-code';
import { Skeleton } from '@/components/skeleton/skeleton';
import { saySlot } from '@/components/slot-picker/say-day';
import { useNow } from '@/platform/clock';
import { useParams } from '@/platform/lifecycle';
import { go, replaceWith } from '@/platform/navigation';
import type { RouteParams } from '@/platform/routes';
import { askToSubscribe } from '@/platform/subscribe';
import { useGentlePoll } from '@/platform/use-gentle-poll';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';
import { ASK_AT } from '../../_lib/subscriptions';
import { whatOf } from '../../_lib/viewing-words';
import { countdown, renewInMs, spelled } from './_lib/pass-words';
import './index.scss';

/** At the door one waits for a yes, not for a poll. */
const LOOK_EVERY_MS = 3_000;

export default function PassPage() {
  const { id = '' } = useParams<RouteParams['viewingPass']>();
  const viewing = useResource<MyViewing>(`viewing:${id}`, () => server.viewings.detail(id), { kept: true });
  const arrived = viewing.data?.status === 'checked-in' || viewing.data?.status === 'completed';
  const pass = useResource<ViewingPass>(arrived ? null : `pass:${id}`, () => server.viewings.pass(id));
  const now = useNow(1_000);
  const expiresAt = pass.data ? Date.parse(pass.data.expiresAt) : null;
  const over = expiresAt !== null && expiresAt <= now;
  useGentlePoll(viewing.reload, () => (arrived ? null : LOOK_EVERY_MS));
  // biome-ignore lint/correctness/useExhaustiveDependencies: each code starts the wait for the next; a failed renewal tries again by the clock
  useEffect(() => {
    if (expiresAt === null || arrived) return;
    const timer = setTimeout(() => void pass.reload(), renewInMs(expiresAt, now));
    return () => clearTimeout(timer);
  }, [expiresAt, arrived, over && Math.floor(now / 10_000)]);

  /** The last tap before the house may only ask by what was allowed here. */
  const leave = async () => {
    await askToSubscribe(ASK_AT.arrival);
    replaceWith('myViewing', { id });
  };
  const { data } = viewing;
  if (data && arrived)
    return (
      <PageFrame
        width="form"
        bottom={
          <BottomBar>
            <Button text="看这次预约" onTap={() => void leave()} />
          </BottomBar>
        }
      >
        <Notice
          icon="check"
          title="已为您签到"
          text={data.host ? `${data.host.name}马上来接待您，祝您看房愉快` : '顾问马上来接待您，祝您看房愉快'}
        />
      </PageFrame>
    );
  return (
    <PageFrame
      of={pass}
      now={now}
      width="form"
      skeleton={<Skeleton cards={1} lines={2} picture={280} />}
      bottom={
        <BottomBar>
          <Button kind="plain" icon="scan" text="改为扫接待处的码" onTap={() => go('siteCheckIn', {})} />
        </BottomBar>
      }
    >
      {({ code }) => (
        <Card className="pass">
          <View className="t-section">请出示给接待同事</View>
          {data ? <View className="t-note ink-2">{`${whatOf(data)} · ${saySlot(Date.parse(data.startsAt), now)}`}</View> : null}
          <View className={`pass__code ${over ? 'pass__code--over' : ''}`}>
            <QrCode text={code} label={`到访码 ${code}`} />
          </View>
          <View className="pass__number t-figure">{spelled(code)}</View>
          <View className={`t-note tabular ${over ? 'ink-late' : 'ink-2'}`}>
            {over || expiresAt === null
              ? '已过期，连上网络后自动换新'
              : `${countdown(expiresAt - now)} 后自动换新，只能用一次，请勿截图转发`}
          </View>
        </Card>
      )}
    </PageFrame>
  );
}
