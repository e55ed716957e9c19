import { REWARD_FORMS, type RewardForm, type RewardRule } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { ChipGroup, chipsOf } from '@/components/chip-group/chip-group';
import { Field } from '@/components/field/field';
import { TextField } from '@/components/field/text-field';
import { Sheet } from '@/components/sheet/sheet';
import { faultOfRewardRule, HOW_WORDS, sayExample, WHEN_WORDS, WHOM_WORDS, withHow } from '../../../_lib/reward-rule-words';
import type { Amount } from './amount-field';
import { AmountFields } from './amount-fields';

interface Props {
  /** Null keeps the sheet closed. */
  rule: RewardRule | null;
  onSave: (rule: RewardRule) => void;
  onClose: () => void;
}

/** One rule: when, to whom, in which form, how much; with what would come of a deal while it is typed. */
export function RewardRuleSheet({ rule, onSave, onClose }: Props) {
  const [edited, setEdited] = useState<RewardRule | null>(rule);
  const [tried, setTried] = useState(false);
  useEffect(() => {
    setTried(false);
    if (rule) setEdited(rule);
  }, [rule]);
  if (!edited) return null;
  const fault = faultOfRewardRule(edited);
  const change = (part: Partial<RewardRule>) => setEdited({ ...edited, ...part });
  const save = () => {
    setTried(true);
    if (!fault) onSave({ ...edited, name: edited.name.trim() });
  };
  const foot = (
    <>
      <View className="reward-rules__example">{fault ? '填好后，这里会算一个例子' : sayExample(edited)}</View>
      <Button text="放进草稿" block onTap={save} />
    </>
  );
  return (
    <Sheet open={rule !== null} title={rule?.name || '新规则'} onClose={onClose} foot={foot}>
      <View className="stack">
        {tried && fault ? (
          <View className="ink-late" {...({ role: 'alert' } as object)}>
            {fault}
          </View>
        ) : null}
        <TextField
          label="名称"
          name="rewardName"
          value={edited.name}
          maxLength={30}
          placeholder="如：成交奖励"
          onChange={(name) => change({ name })}
        />
        <Field label="什么时候给">
          <ChipGroup chips={chipsOf(WHEN_WORDS)} chosen={[edited.on]} onChange={([on]) => on && change({ on: on as RewardRule['on'] })} />
        </Field>
        <Field label="给谁">
          <ChipGroup chips={chipsOf(WHOM_WORDS)} chosen={[edited.to]} onChange={([to]) => to && change({ to: to as RewardRule['to'] })} />
        </Field>
        <Field label="形式">
          <ChipGroup
            chips={chipsOf(REWARD_FORMS)}
            chosen={[edited.form]}
            onChange={([form]) => form && change({ form: form as RewardForm })}
          />
        </Field>
        <Field label="怎么算">
          <ChipGroup
            chips={chipsOf(HOW_WORDS)}
            chosen={[edited.amount.how]}
            onChange={([how]) => how && change({ amount: withHow(edited.amount, how as Amount['how']) })}
          />
        </Field>
        <AmountFields
          key={`${edited.id}-${edited.amount.how}`}
          form={edited.form}
          amount={edited.amount}
          onChange={(amount) => change({ amount })}
        />
      </View>
    </Sheet>
  );
}
