import type { MyViewing } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { TextField } from '@/components/field/text-field';
import { Notice } from '@/components/notice/notice';
import { PageFrame } from '@/components/page-frame/page-frame';
import { RefusalLine } from '@/components/refusal-line/refusal-line';
import { sentenceOf } from '@/platform/api-problem';
import { now } from '@/platform/clock';
import { useParams } from '@/platform/lifecycle';
import { go, replaceWith } from '@/platform/navigation';
import type { RouteParams } from '@/platform/routes';
import { CAN_SCAN, scanCode } from '@/platform/scan';
import { liveCodeOf } from '@/platform/scanned-channel';
import { askToSubscribe } from '@/platform/subscribe';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';
import { ViewingCard } from '../../_components/viewing-card';
import { siteCodeOf } from '../../_lib/site-code';
import { ASK_AT } from '../../_lib/subscriptions';
import { passIsDue } from '../../_lib/viewing-words';
import './index.scss';

const WRONG = '这不是签到码。签到码在接待处的立牌上，是 10 位字母和数字';

/** The visitor's own check-in (F3): WeChat opened this page by the code at the door, or it is scanned or typed here. */
export default function CheckInPage() {
  const params = useParams<RouteParams['siteCheckIn']>();
  const scanned = liveCodeOf({ k: params.code, scene: params.scene });
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const [arrived, setArrived] = useState<MyViewing | null>(null);
  const busy = useRef(false);

  const mine = useResource('my-viewings', server.viewings.mine, { kept: true });
  const today = mine.data?.items.find((viewing) => passIsDue(viewing, now()));

  const checkIn = async (given: string, tapped: boolean) => {
    const code = siteCodeOf(given);
    if (!code) return setRefused(WRONG);
    if (busy.current) return;
    busy.current = true;
    // Inside the tap, before anything is waited for; a code that was just scanned is no tap, and asks for nothing.
    const asked = tapped ? askToSubscribe(ASK_AT.arrival) : Promise.resolve();
    setSending(true);
    setRefused(null);
    await asked;
    try {
      setArrived(await server.viewings.checkIn(code));
    } catch (failure) {
      setRefused(sentenceOf(failure));
    }
    busy.current = false;
    setSending(false);
  };
  const scan = async () => {
    const given = await scanCode();
    if (given) await checkIn(given, false);
  };
  if (arrived)
    return (
      <PageFrame
        width="form"
        bottom={
          <BottomBar>
            <Button text="看这次预约" onTap={() => replaceWith('myViewing', { id: arrived.id })} />
          </BottomBar>
        }
      >
        <Notice
          icon="check"
          title="签到好了"
          text={arrived.host ? `${arrived.host.name}马上来接待您，请在接待处稍坐` : '顾问马上来接待您，请在接待处稍坐'}
        />
      </PageFrame>
    );
  const byHand = !scanned && !CAN_SCAN;
  return (
    <PageFrame
      width="form"
      bottom={
        <BottomBar note={refused ? <RefusalLine sentence={refused} /> : null}>
          {scanned ? (
            <Button text="我到了，签到" busy={sending} onTap={() => checkIn(scanned, true)} />
          ) : CAN_SCAN ? (
            <>
              {typed ? <Button kind="plain" text="用编号签到" disabled={sending} onTap={() => checkIn(typed, true)} /> : null}
              <Button icon="scan" text="扫码签到" busy={sending} onTap={scan} />
            </>
          ) : (
            <Button text="我到了，签到" busy={sending} onTap={() => checkIn(typed, true)} />
          )}
        </BottomBar>
      }
    >
      <View className="check-in">
        <View>
          <View className="t-title">到了吗？</View>
          <View className="t-note ink-2">
            {scanned ? '点下面的按钮，接待您的顾问就知道您到了' : '扫一下接待处立牌上的码，接待您的顾问就知道您到了'}
          </View>
        </View>
        {today ? <ViewingCard viewing={today} now={now()} onOpen={() => go('myViewing', { id: today.id })} /> : null}
        {scanned ? null : (
          <Card>
            <TextField
              label={byHand ? '签到码下方的编号' : '扫不出来？填码下方的编号'}
              name="code"
              value={typed}
              placeholder="10 位字母和数字"
              maxLength={200}
              optional={!byHand}
              onChange={(text) => {
                setTyped(text);
                setRefused(null);
              }}
            />
          </Card>
        )}
      </View>
    </PageFrame>
  );
}
