import { HOME_ROLES, type HomeInvitationView, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Skeleton } from '@/components/skeleton/skeleton';
import { ApiProblem, sentenceOf } from '@/platform/api-problem';
import { useNow } from '@/platform/clock';
import { say } from '@/platform/feedback';
import { useParams } from '@/platform/lifecycle';
import { go, replaceWith } from '@/platform/navigation';
import { PhoneCodeButton } from '@/platform/phone-code-button';
import type { RouteParams } from '@/platform/routes';
import { useResource } from '@/platform/use-resource';
import { server, session } from '@/session';
import { sayDay, sayRights } from '../../_lib/home-words';
import './index.scss';

/** Somebody was let into a home: what that means, and one tap to say yes. */
export default function InvitationPage() {
  const { code = '' } = useParams<RouteParams['homeInvitation']>();
  const invitation = useResource<HomeInvitationView>(`invitation:${code}`, () => server.homes.invitation(code));
  const now = useNow(60_000);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [phoneWanted, setPhoneWanted] = useState(false);

  const accept = async () => {
    setBusy(true);
    setRefusal(null);
    try {
      const home = await server.homes.claim({ invitationCode: code });
      session.refresh().catch(() => undefined);
      say(`已加入${home.label}`);
      replaceWith('homes');
    } catch (failure) {
      setBusy(false);
      if (failure instanceof ApiProblem && failure.code === 'home.phone-required') return setPhoneWanted(true);
      setRefusal(sentenceOf(failure));
    }
  };
  const bindAndAccept = async (phoneCode: string) => {
    try {
      session.put(await server.account.bindPhone(phoneCode));
      await accept();
    } catch (failure) {
      setRefusal(sentenceOf(failure));
    }
  };
  const note = refusal ? (
    <View className="invitation__refusal t-note" {...({ role: 'alert' } as object)}>
      <Icon name="late" size={1.2} />
      <View className="grow">{refusal}</View>
    </View>
  ) : phoneWanted ? (
    <View className="t-note ink-2">加入前请用微信手机号确认是您本人</View>
  ) : null;
  return (
    <PageFrame
      of={invitation}
      now={now}
      width="form"
      skeleton={<Skeleton cards={1} lines={5} />}
      bottom={
        <BottomBar note={note} aside={<Button kind="quiet" text="以后再说" onTap={() => go('home')} />}>
          {phoneWanted ? (
            <PhoneCodeButton className="native-button native-button--primary" disabled={busy} onCode={bindAndAccept}>
              用手机号确认并加入
            </PhoneCodeButton>
          ) : (
            <Button text="同意加入" busy={busy} onTap={accept} />
          )}
        </BottomBar>
      }
    >
      {({ label, role, may, until, expiresAt, invitedBy }) => (
        <Card className="home-hero invitation">
          <View className="home-hero__icon">
            <Icon name="home" size={1} />
          </View>
          <View className="ink-2">{`${invitedBy} 邀请您加入`}</View>
          <View className="t-title">{label}</View>
          <View className="invitation__facts">
            <View>{`您的身份：${HOME_ROLES[role]}`}</View>
            <View>{`您可以：${sayRights(may)}`}</View>
            {until ? <View>{`租期至 ${sayDay(until)}`}</View> : null}
          </View>
          <View className="t-note ink-2 tabular">{`${sayTime(Date.parse(expiresAt), now)} 前有效，只能用一次`}</View>
        </Card>
      )}
    </PageFrame>
  );
}
