import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { KnownPhone } from '@/components/field/known-phone';
import { TextField } from '@/components/field/text-field';

interface Props {
  boundPhone: string | null;
  otherPhone: boolean;
  phone: string;
  error?: string;
  onChange: (part: { otherPhone?: boolean; phone?: string }) => void;
}

/** Whom to ring: the number that is known, or another one. */
export function ContactField({ boundPhone, otherPhone, phone, error, onChange }: Props) {
  if (boundPhone && !otherPhone)
    return (
      <Field label="联系电话" error={error}>
        <KnownPhone phone={boundPhone} icon="phone" onOther={() => onChange({ otherPhone: true })} />
      </Field>
    );
  return (
    <TextField
      label="联系电话"
      name="contactPhone"
      keyboard="phone"
      value={phone}
      optional={!boundPhone}
      placeholder="师傅上门前打给谁"
      maxLength={24}
      error={error}
      onChange={(typed) => onChange({ phone: typed })}
      end={boundPhone ? <Button kind="quiet" text="用我的" onTap={() => onChange({ otherPhone: false, phone: '' })} /> : null}
    />
  );
}
