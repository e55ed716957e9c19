import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { KnownPhone } from '@/components/field/known-phone';
import { TextField } from '@/components/field/text-field';
import { PhoneCodeButton } from '@/platform/phone-code-button';
import { type LeadForm, usesBoundPhone } from '../_lib/lead-form';
import './phone-field.scss';

interface Props {
  form: LeadForm;
  error?: string;
  boundPhone: string | null;
  onChange: (part: Partial<LeadForm>) => void;
  onCode: (code: string) => void;
}

/** A number that is known is shown, one that is not is one tap away; typing is always possible. */
export function PhoneField({ form, error, boundPhone, onChange, onCode }: Props) {
  if (usesBoundPhone(form, boundPhone))
    return (
      <Field label="您的手机号" error={error}>
        <KnownPhone phone={boundPhone} icon="check" onOther={() => onChange({ otherPhone: true })} />
      </Field>
    );
  return (
    <View>
      <Field label="您的手机号">
        <PhoneCodeButton className="phone-field__wechat" onCode={onCode}>
          用微信手机号，不用输入
        </PhoneCodeButton>
      </Field>
      <View className="phone-field__or t-note ink-2">或者自己填写</View>
      <TextField
        label="手机号"
        name="phone"
        keyboard="phone"
        value={form.phone}
        placeholder="11 位手机号"
        maxLength={24}
        error={error}
        onChange={(phone) => onChange({ phone })}
        end={boundPhone ? <Button kind="quiet" text={`用 ${boundPhone}`} onTap={() => onChange({ otherPhone: false, phone: '' })} /> : null}
      />
    </View>
  );
}
