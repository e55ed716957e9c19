import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { sentenceOf } from '@/platform/api-problem';
import { say } from '@/platform/feedback';
import { PhoneCodeButton } from '@/platform/phone-code-button';
import { server, session } from '@/session';
import './bind-phone.scss';

/** Offered, never demanded: everything that can be looked at stays open without a phone. */
export function BindPhone() {
  const bind = async (code: string) => {
    try {
      session.put(await server.account.bindPhone(code));
      say('手机号已绑定');
    } catch (failure) {
      say(sentenceOf(failure));
    }
  };
  return (
    <Card className="bind-phone">
      <View className="grow">
        <View>还没有绑定手机号</View>
        <View className="t-note ink-2">绑定后，顾问与您联系、查看进展都更方便</View>
      </View>
      <PhoneCodeButton className="bind-phone__button" onCode={bind}>
        微信快捷绑定
      </PhoneCodeButton>
    </Card>
  );
}
