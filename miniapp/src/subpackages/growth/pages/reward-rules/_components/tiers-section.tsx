import type { RewardTier } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { LongTextField } from '@/components/field/long-text-field';
import { TextField } from '@/components/field/text-field';
import { Section } from '@/components/section/section';
import { Sheet } from '@/components/sheet/sheet';
import { uuid } from '@/platform/uuid';
import { NumberBox } from '../../../_components/number-box/number-box';
import { faultOfTiers, sayTier } from '../../../_lib/reward-rule-words';

interface Props {
  tiers: readonly RewardTier[];
  mayEdit: boolean;
  onChange: (tiers: RewardTier[]) => void;
}

/** What frequent referrers enjoy beyond the rewards, step by step. */
export function TiersSection({ tiers, mayEdit, onChange }: Props) {
  const [open, setOpen] = useState<RewardTier | null>(null);
  const sorted = [...tiers].sort((a, b) => a.fromDeals - b.fromDeals);
  const last = Math.max(-1, ...tiers.map(({ fromDeals }) => fromDeals));
  const put = (tier: RewardTier) =>
    onChange(tiers.some(({ key }) => key === tier.key) ? tiers.map((old) => (old.key === tier.key ? tier : old)) : [...tiers, tier]);
  return (
    <Section title="推荐等级" note="推荐成交越多，权益越多">
      <Card flush>
        {sorted.map((tier) => (
          <View key={tier.key} className="reward-rules__row">
            <View className="grow">
              <View className="reward-rules__name">{tier.title}</View>
              <View className="ink-2">{sayTier(tier)}</View>
            </View>
            {mayEdit ? (
              <View className="reward-rules__verbs">
                <Button text="修改" kind="quiet" onTap={() => setOpen(tier)} />
                <Button text="删除" kind="quiet" onTap={() => onChange(tiers.filter(({ key }) => key !== tier.key))} />
              </View>
            ) : null}
          </View>
        ))}
        {sorted.length === 0 ? <View className="reward-rules__row ink-2">还没有等级</View> : null}
      </Card>
      {mayEdit ? (
        <Button
          text="加一个等级"
          icon="plus"
          kind="quiet"
          onTap={() => setOpen({ key: `tier-${uuid().slice(0, 8)}`, title: '', fromDeals: last + 1, privileges: [] })}
        />
      ) : null}
      <TierSheet
        tier={open}
        others={tiers.filter(({ key }) => key !== open?.key)}
        onSave={(tier) => {
          put(tier);
          setOpen(null);
        }}
        onClose={() => setOpen(null)}
      />
    </Section>
  );
}

interface SheetProps {
  tier: RewardTier | null;
  others: readonly RewardTier[];
  onSave: (tier: RewardTier) => void;
  onClose: () => void;
}

function TierSheet({ tier, others, onSave, onClose }: SheetProps) {
  const [edited, setEdited] = useState<RewardTier | null>(tier);
  const [lines, setLines] = useState('');
  const [tried, setTried] = useState(false);
  useEffect(() => {
    setTried(false);
    if (!tier) return;
    setEdited(tier);
    setLines(tier.privileges.join('\n'));
  }, [tier]);
  if (!edited) return null;
  const fault = faultOfTiers([...others, edited]);
  const save = () => {
    setTried(true);
    if (fault) return;
    const privileges = lines.split(/\n/).flatMap((line) => line.trim() || []);
    onSave({ ...edited, title: edited.title.trim(), privileges });
  };
  return (
    <Sheet open={tier !== null} title={tier?.title || '新等级'} onClose={onClose} foot={<Button text="放进草稿" block onTap={save} />}>
      <View className="stack">
        {tried && fault ? (
          <View className="ink-late" {...({ role: 'alert' } as object)}>
            {fault}
          </View>
        ) : null}
        <TextField
          label="等级名称"
          name="tierTitle"
          value={edited.title}
          maxLength={12}
          placeholder="如：金牌推荐官"
          onChange={(title) => setEdited({ ...edited, title })}
        />
        <View>
          <View>累计成交多少套起</View>
          <NumberBox
            label="累计成交套数"
            name="tierDeals"
            value={edited.fromDeals}
            unit="套"
            least={0}
            most={99}
            onChange={(fromDeals) => setEdited({ ...edited, fromDeals })}
          />
        </View>
        <LongTextField
          label="权益"
          name="privileges"
          value={lines}
          placeholder={'一行一条，如：\n优先选房\n专属管家'}
          optional
          onChange={setLines}
        />
      </View>
    </Sheet>
  );
}
