import { Textarea, View } from '@tarojs/components';
import { Field } from './field';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  maxLength?: number;
  optional?: boolean;
  hint?: string;
  error?: string | null;
  name?: string;
}

/** Several lines; grows with what is written. */
export function LongTextField({ label, value, onChange, placeholder, maxLength = 500, optional, hint, error, name }: Props) {
  return (
    <Field label={label} optional={optional} hint={hint} error={error}>
      <View className="field__box">
        <Textarea
          className="field__input field__input--long"
          name={name}
          value={value}
          placeholder={placeholder}
          placeholderClass="field__placeholder"
          maxlength={maxLength}
          autoHeight
          onInput={({ detail }) => onChange(detail.value)}
          {...({ ariaLabel: label } as object)}
        />
      </View>
    </Field>
  );
}
