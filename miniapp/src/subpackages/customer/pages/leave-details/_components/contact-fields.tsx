import { View } from '@tarojs/components';
import { TextField } from '@/components/field/text-field';
import type { FormErrors, LeadForm } from '../_lib/lead-form';
import { PhoneField } from './phone-field';

interface Props {
  form: LeadForm;
  errors: FormErrors;
  boundPhone: string | null;
  onChange: (part: Partial<LeadForm>) => void;
  onPhoneCode: (code: string) => void;
}

/** What is needed to call somebody: a name and a number. */
export function ContactFields({ form, errors, boundPhone, onChange, onPhoneCode }: Props) {
  return (
    <View>
      <View id="ask-name">
        <TextField
          label="您的姓名"
          name="name"
          value={form.name}
          placeholder="例如：许文"
          maxLength={40}
          error={errors.name}
          onChange={(name) => onChange({ name })}
        />
      </View>
      <View id="ask-phone" className="leave-details__phone">
        <PhoneField form={form} error={errors.phone} boundPhone={boundPhone} onChange={onChange} onCode={onPhoneCode} />
      </View>
    </View>
  );
}
