import { View } from '@tarojs/components';
import { ChipGroup } from '../chip-group/chip-group';
import { LongTextField } from '../field/long-text-field';
import { phrasesIn, togglePhrase } from './phrases';
import './phrase-field.scss';

interface Props {
  label: string;
  name: string;
  value: string;
  phrases: readonly string[];
  placeholder: string;
  maxLength: number;
  error?: string | null;
  onChange: (value: string) => void;
}

/** Words with the usual ones at one tap; both end in the same text. */
export function PhraseField({ label, name, value, phrases, placeholder, maxLength, error, onChange }: Props) {
  const on = phrasesIn(value, phrases);
  const toggle = (next: string[]) => {
    const tapped = next.find((phrase) => !on.includes(phrase)) ?? on.find((phrase) => !next.includes(phrase));
    if (tapped) onChange(togglePhrase(value, tapped));
  };
  return (
    <View className="phrase-field">
      <LongTextField
        label={label}
        name={name}
        value={value}
        placeholder={placeholder}
        maxLength={maxLength}
        error={error}
        onChange={onChange}
      />
      <View className="phrase-field__chips">
        <ChipGroup chips={phrases.map((text) => ({ value: text, label: text }))} chosen={on} multiple onChange={toggle} />
      </View>
    </View>
  );
}
