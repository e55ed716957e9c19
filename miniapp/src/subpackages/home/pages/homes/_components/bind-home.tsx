import { ERRORS } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { sentenceOf } from '@/platform/api-problem';
import { PhoneCodeButton } from '@/platform/phone-code-button';
import { server, session } from '@/session';

interface Props {
  /** Reads the homes again; resolves with how many there are. */
  onBound: () => Promise<number>;
}

/** The way to the own home: the number that stands in the purchaser list, vouched for by WeChat; or an invitation. */
export function BindHome({ onBound }: Props) {
  const [searching, setSearching] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const bind = async (code: string) => {
    setSearching(true);
    setRefusal(null);
    try {
      session.put(await server.account.bindPhone(code));
      if ((await onBound()) === 0) setRefusal(ERRORS['home.not-matched'].title);
    } catch (failure) {
      setRefusal(sentenceOf(failure));
    } finally {
      setSearching(false);
    }
  };
  return (
    <View className="stack">
      <Card className="home-hero bind-home">
        <View className="home-hero__icon">
          <Icon name="home" size={1} />
        </View>
        <View className="t-title">找到您的房屋</View>
        <View className="ink-2">用买房时登记的手机号，一步就能找到</View>
        <PhoneCodeButton className="native-button native-button--primary" disabled={searching} onCode={bind}>
          {searching ? '正在查找…' : '用手机号绑定'}
        </PhoneCodeButton>
        {refusal ? (
          <View className="bind-home__refusal" {...({ role: 'alert' } as object)}>
            <Icon name="late" />
            <View className="grow">{refusal}</View>
          </View>
        ) : null}
      </Card>
      <Card>
        <View className="t-section">家人或租户？</View>
        <View className="ink-2">请业主在「我的房屋」里点「邀请」，把邀请发给您；您打开邀请就能加入。</View>
      </Card>
    </View>
  );
}
