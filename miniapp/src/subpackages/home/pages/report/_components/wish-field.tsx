import { sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { ChipGroup } from '@/components/chip-group/chip-group';
import { Field } from '@/components/field/field';
import { Sheet } from '@/components/sheet/sheet';
import { usualWishes, wishDays } from '../_lib/wishes';

interface Props {
  /** Epoch milliseconds; null for as soon as possible. */
  wish: number | null;
  now: number;
  error?: string;
  onChange: (wish: number | null) => void;
}

const OTHER = 'other';

/** When somebody may come: the usual answers as chips, any other in two taps, without a wheel to turn. */
export function WishField({ wish, now, error, onChange }: Props) {
  const [choosing, setChoosing] = useState(false);
  const usual = usualWishes(now);
  const known = usual.find(({ at }) => at === wish);
  const chips = [
    ...usual.map(({ label, at }) => ({ value: String(at), label })),
    { value: OTHER, label: known || wish === null ? '选时间' : sayTime(wish, now) },
  ];
  const choose = ([value]: string[]) => {
    // A second tap on what is on changes nothing: there is always an answer.
    if (value === OTHER || (value === undefined && !known)) return setChoosing(true);
    if (value !== undefined) onChange(value === 'null' ? null : Number(value));
  };
  const hint = wish === null ? '师傅接单后会尽快联系您' : `希望 ${sayTime(wish, now)} 左右上门，师傅会先给您打电话`;
  return (
    <Field label="什么时候方便上门" hint={hint} error={error}>
      <ChipGroup chips={chips} chosen={[known ? String(known.at) : OTHER]} onChange={choose} />
      <WishSheet open={choosing} wish={wish} now={now} onClose={() => setChoosing(false)} onChoose={onChange} />
    </Field>
  );
}

interface SheetProps {
  open: boolean;
  wish: number | null;
  now: number;
  onChoose: (at: number) => void;
  onClose: () => void;
}

function WishSheet({ open, wish, now, onChoose, onClose }: SheetProps) {
  const days = wishDays(now);
  const [picked, setPicked] = useState<string | null>(null);
  const day = days.find((known) => known.day === picked) ?? days.find(({ hours }) => hours.some(({ at }) => at === wish)) ?? days[0];
  return (
    <Sheet open={open} title="选上门时间" onClose={onClose}>
      <View className="stack">
        <Field label="哪一天">
          <ChipGroup
            chips={days.map((known) => ({ value: known.day, label: known.label }))}
            chosen={day ? [day.day] : []}
            onChange={([value]) => value && setPicked(value)}
          />
        </Field>
        <Field label="几点">
          <ChipGroup
            chips={(day?.hours ?? []).map(({ label, at }) => ({ value: String(at), label }))}
            chosen={wish === null ? [] : [String(wish)]}
            onChange={([value]) => {
              if (value) onChoose(Number(value));
              onClose();
            }}
          />
        </Field>
      </View>
    </Sheet>
  );
}
