import { type RewardForm, type RewardRule, sayReward } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { TextField } from '@/components/field/text-field';
import { fenOf, wholeOf, yuanText } from '../../../_lib/amount';

interface Props {
  label: string;
  name: string;
  form: RewardForm;
  /** Fen, or points. */
  value: number;
  optional?: boolean;
  onChange: (value: number) => void;
}

const textOf = (form: RewardForm, value: number) => (value === 0 ? '' : form === 'points' ? String(value) : yuanText(value));
const read = (form: RewardForm, typed: string) => (form === 'points' ? wholeOf(typed) : fenOf(typed, '元'));

/** What a reward is worth, in yuan or in points; what is no amount stays typed and counts as none. */
export function AmountField({ label, name, form, value, optional, onChange }: Props) {
  const [typed, setTyped] = useState(textOf(form, value));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed wins over how the same amount would be written
  useEffect(() => {
    if ((read(form, typed) ?? 0) !== value) setTyped(textOf(form, value));
  }, [form, value]);
  const amount = read(form, typed);
  return (
    <TextField
      label={label}
      name={name}
      keyboard="number"
      value={typed}
      maxLength={12}
      optional={optional}
      end={<View className="ink-2">{form === 'points' ? '积分' : '元'}</View>}
      hint={amount ? `也就是 ${sayReward(form, amount)}` : undefined}
      error={typed && amount === null ? '请填写数字' : null}
      onChange={(text) => {
        setTyped(text);
        onChange(read(form, text) ?? 0);
      }}
    />
  );
}

export type Amount = RewardRule['amount'];
