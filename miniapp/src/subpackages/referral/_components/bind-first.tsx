import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '@/components/card/card';
import { RefusalLine } from '@/components/refusal-line/refusal-line';
import { sentenceOf } from '@/platform/api-problem';
import { PhoneCodeButton } from '@/platform/phone-code-button';
import { server, session } from '@/session';

/** Who recommends has to be known: the reward goes to a person, not to a phone. */
export function BindFirst({ why, onBound }: { why: string; onBound: () => void }) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const bind = async (code: string) => {
    try {
      session.put(await server.account.bindPhone(code));
      onBound();
    } catch (failure) {
      setRefusal(sentenceOf(failure));
    }
  };
  return (
    <Card>
      <View className="t-section">先确认是您本人</View>
      <View className="bind-first__why t-note ink-2">{why}</View>
      <PhoneCodeButton className="native-button native-button--primary" onCode={bind}>
        用微信手机号确认
      </PhoneCodeButton>
      {refusal ? <RefusalLine sentence={refusal} /> : null}
    </Card>
  );
}
