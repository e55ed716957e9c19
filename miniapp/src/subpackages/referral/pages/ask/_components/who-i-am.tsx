import { View } from '@tarojs/components';
import { Field } from '@/components/field/field';
import { TextField } from '@/components/field/text-field';
import { Icon } from '@/components/icon/icon';
import { PhoneCodeButton } from '@/platform/phone-code-button';
import type { useAnswer } from '../_hooks/use-answer';

type Answer = Pick<ReturnType<typeof useAnswer>, 'name' | 'boundPhone' | 'errors' | 'rename' | 'bindPhone'>;

/** A name to be called by, and the number that WeChat vouches for: nobody answers for somebody else. */
export function WhoIAm({ answer: { name, boundPhone, errors, rename, bindPhone } }: { answer: Answer }) {
  return (
    <View className="ask__who">
      <View id="ask-name">
        <TextField
          label="您的姓名"
          name="name"
          value={name}
          placeholder="例如：许文"
          maxLength={40}
          error={errors.name}
          onChange={rename}
        />
      </View>
      <View id="ask-phone">
        <Field label="您的手机号" error={errors.phone} hint={boundPhone ? undefined : '用来确认是您本人，不会告诉推荐人'}>
          {boundPhone ? (
            <View className="row">
              <Icon name="check" className="ink-accent" />
              <View className="t-section tabular">{boundPhone}</View>
            </View>
          ) : (
            <PhoneCodeButton className="native-button" onCode={bindPhone}>
              用微信手机号，不用输入
            </PhoneCodeButton>
          )}
        </Field>
      </View>
    </View>
  );
}
