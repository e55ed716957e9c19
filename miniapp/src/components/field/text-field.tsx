import { Input, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Field } from './field';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Which keyboard comes up. */
  keyboard?: 'text' | 'number' | 'phone' | 'nickname' | 'idcard';
  placeholder?: string;
  maxLength?: number;
  optional?: boolean;
  hint?: string;
  error?: string | null;
  onBlur?: () => void;
  /** At the right inside the box: a unit, a button. */
  end?: ReactNode;
  /** For tests and autofill. */
  name?: string;
}

/** `tel` gives the phone keyboard on h5; WeChat's own keyboards have no plus sign, so a phone is typed as a number there too. */
const TYPES = { text: 'text', number: 'digit', phone: 'tel', nickname: 'nickname', idcard: 'idcard' } as const;

export function TextField({
  label,
  value,
  onChange,
  keyboard = 'text',
  placeholder,
  maxLength = 140,
  optional,
  hint,
  error,
  onBlur,
  end,
  name,
}: Props) {
  return (
    <Field label={label} optional={optional} hint={hint} error={error}>
      <View className="field__box">
        <Input
          className="field__input"
          name={name}
          type={TYPES[keyboard] as never}
          value={value}
          placeholder={placeholder}
          placeholderClass="field__placeholder"
          maxlength={maxLength}
          onInput={({ detail }) => onChange(String(detail.value))}
          onBlur={onBlur}
          {...({ ariaLabel: label } as object)}
        />
        {end}
      </View>
    </Field>
  );
}
