import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from '../button/button';
import { Field } from '../field/field';
import { KnownPhone } from '../field/known-phone';
import { TextField } from '../field/text-field';
import { type Contact, usesBoundPhone } from './contact-words';

interface Props {
  contact: Contact;
  error?: string;
  boundPhone: string | null;
  wechatButton: ReactNode;
  onChange: (part: Partial<Contact>) => void;
}

/** A number that is known is shown, one that is not is one tap away; typing is always possible. */
export function PhoneField({ contact, error, boundPhone, wechatButton, onChange }: Props) {
  if (usesBoundPhone(contact, boundPhone))
    return (
      <Field label="您的手机号" error={error}>
        <KnownPhone phone={boundPhone} icon="check" onOther={() => onChange({ otherPhone: true })} />
      </Field>
    );
  return (
    <View>
      <Field label="您的手机号">{wechatButton}</Field>
      <View className="contact-fields__or t-note ink-2">或者自己填写</View>
      <TextField
        label="手机号"
        name="phone"
        keyboard="phone"
        value={contact.phone}
        placeholder="11 位手机号"
        maxLength={24}
        error={error}
        onChange={(phone) => onChange({ phone })}
        end={boundPhone ? <Button kind="quiet" text={`用 ${boundPhone}`} onTap={() => onChange({ otherPhone: false, phone: '' })} /> : null}
      />
    </View>
  );
}
