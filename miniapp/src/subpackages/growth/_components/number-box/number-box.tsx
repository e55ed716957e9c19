import { Input, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { wholeOf } from '../../_lib/amount';
import './number-box.scss';

interface Props {
  label: string;
  /** For tests. */
  name: string;
  value: number;
  unit: string;
  least?: number;
  most?: number;
  onChange: (value: number) => void;
}

/** A whole number in a line of text; what is no number stays where it was typed and changes nothing. */
export function NumberBox({ label, name, value, unit, least = 1, most = 3650, onChange }: Props) {
  const [typed, setTyped] = useState(String(value));
  useEffect(() => setTyped((before) => (wholeOf(before) === value ? before : String(value))), [value]);
  const number = wholeOf(typed);
  const sound = number !== null && number >= least && number <= most;
  return (
    <View className="number-box">
      <View className={`number-box__box ${sound ? '' : 'number-box__box--wrong'}`}>
        <Input
          className="number-box__input tabular"
          name={name}
          type="number"
          value={typed}
          maxlength={5}
          onInput={({ detail }) => {
            const text = String(detail.value);
            setTyped(text);
            const next = wholeOf(text);
            if (next !== null && next >= least && next <= most) onChange(next);
          }}
          {...({ ariaLabel: label } as object)}
        />
      </View>
      <View>{unit}</View>
      {sound ? null : <View className="number-box__fault t-note">{`请填 ${least} 到 ${most} 之间的整数`}</View>}
    </View>
  );
}
