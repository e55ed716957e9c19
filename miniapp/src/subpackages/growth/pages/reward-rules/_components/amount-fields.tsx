import type { RewardForm } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { TextField } from '@/components/field/text-field';
import { NumberBox } from '../../../_components/number-box/number-box';
import { type Amount, AmountField } from './amount-field';

interface Props {
  form: RewardForm;
  amount: Amount;
  onChange: (amount: Amount) => void;
}

/** How much: one amount, a share of the deal with a most, or steps by the number of deals before. */
export function AmountFields({ form, amount, onChange }: Props) {
  if (amount.how === 'fixed')
    return (
      <AmountField
        label="奖励多少"
        name="fixedAmount"
        form={form}
        value={amount.amount}
        onChange={(value) => onChange({ how: 'fixed', amount: value })}
      />
    );
  if (amount.how === 'percent')
    return (
      <>
        <PercentField basisPoints={amount.basisPoints} onChange={(basisPoints) => onChange({ ...amount, basisPoints })} />
        <AmountField
          label="最多"
          name="most"
          form={form}
          value={amount.most ?? 0}
          optional
          onChange={(most) => onChange({ ...amount, most: most > 0 ? most : null })}
        />
      </>
    );
  const { tiers } = amount;
  const put = (at: number, part: Partial<(typeof tiers)[number]>) =>
    onChange({ how: 'tiered', tiers: tiers.map((tier, place) => (place === at ? { ...tier, ...part } : tier)) });
  const last = Math.max(0, ...tiers.map(({ fromDeals }) => fromDeals));
  return (
    <>
      {tiers.map((tier, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step has no name but its place
        <View key={at} className="reward-step">
          <View className="row row--between">
            <View className="row">
              <View>第</View>
              <NumberBox
                label={`第 ${at + 1} 档从第几套起`}
                name={`tierFrom${at}`}
                value={tier.fromDeals + 1}
                unit="套起"
                most={99}
                onChange={(from) => put(at, { fromDeals: from - 1 })}
              />
            </View>
            {tiers.length > 1 ? (
              <Button text="删除" kind="quiet" onTap={() => onChange({ how: 'tiered', tiers: tiers.filter((_, place) => place !== at) })} />
            ) : null}
          </View>
          <AmountField
            label="奖励多少"
            name={`tierAmount${at}`}
            form={form}
            value={tier.amount}
            onChange={(value) => put(at, { amount: value })}
          />
        </View>
      ))}
      <Button
        text="再加一档"
        icon="plus"
        kind="quiet"
        onTap={() => onChange({ how: 'tiered', tiers: [...tiers, { fromDeals: last + 1, amount: 0 }] })}
      />
    </>
  );
}

/** A share of the deal as people say it, in per cent with two places. */
function PercentField({ basisPoints, onChange }: { basisPoints: number; onChange: (basisPoints: number) => void }) {
  const [typed, setTyped] = useState(String(basisPoints / 100));
  const sound = /^\d{1,2}(\.\d{1,2})?$/.test(typed.trim());
  return (
    <TextField
      label="成交额的"
      name="percent"
      keyboard="number"
      value={typed}
      maxLength={5}
      end={<View className="ink-2">%</View>}
      error={sound ? null : '请填 0.01 到 10 之间，最多两位小数'}
      onChange={(text) => {
        setTyped(text);
        if (/^\d{1,2}(\.\d{1,2})?$/.test(text.trim())) onChange(Math.round(Number(text) * 100));
      }}
    />
  );
}
