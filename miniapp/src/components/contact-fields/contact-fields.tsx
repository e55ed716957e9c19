import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { TextField } from '../field/text-field';
import type { Contact } from './contact-words';
import { PhoneField } from './phone-field';
import './contact-fields.scss';

interface Props {
  contact: Contact;
  errors: { name?: string; phone?: string };
  /** Masked, when this account has one that needs no typing. */
  boundPhone: string | null;
  /** WeChat's own button, which alone may ask for the number. */
  wechatButton: ReactNode;
  onChange: (part: Partial<Contact>) => void;
}

/** What is needed to call somebody: a name and a number. */
export function ContactFields({ contact, errors, boundPhone, wechatButton, onChange }: Props) {
  return (
    <View>
      <View id="ask-name">
        <TextField
          label="您的姓名"
          name="name"
          value={contact.name}
          placeholder="例如：许文"
          maxLength={40}
          error={errors.name}
          onChange={(name) => onChange({ name })}
        />
      </View>
      <View id="ask-phone" className="contact-fields__phone">
        <PhoneField contact={contact} error={errors.phone} boundPhone={boundPhone} wechatButton={wechatButton} onChange={onChange} />
      </View>
    </View>
  );
}
