import { beijingDate, type PayoutRecord } from '@guihu/shared';
import { Picker, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { TextField } from '@/components/field/text-field';
import { Icon } from '@/components/icon/icon';
import { Sheet } from '@/components/sheet/sheet';
import { faultOfPayout } from '../../_lib/reward-words';
import './payout-sheet.scss';

interface Props {
  open: boolean;
  /** What is paid: `陈女士 ¥3,000`, `3 笔，¥9,000`. */
  what: string;
  busy: boolean;
  now: number;
  onSend: (record: PayoutRecord) => void;
  onClose: () => void;
}

/** Paid elsewhere, recorded here: by which number, on which day. */
export function PayoutSheet({ open, what, busy, now, onSend, onClose }: Props) {
  const today = beijingDate(now);
  const [reference, setReference] = useState('');
  const [paidOn, setPaidOn] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  useEffect(() => {
    if (open) return;
    setReference('');
    setPaidOn(null);
    setTried(false);
  }, [open]);
  const day = paidOn ?? today;
  const fault = faultOfPayout(reference, day, today);
  const send = () => {
    setTried(true);
    if (!fault) onSend({ reference: reference.trim(), paidOn: day });
  };
  return (
    <Sheet open={open} title="登记发放" onClose={onClose} foot={<Button text="确认已发放" block busy={busy} onTap={send} />}>
      <View className="stack">
        <View className="payout-sheet__what t-section">{what}</View>
        <View className="ink-2">付款在银行或物业系统完成后，在这里登记。登记后推荐人会收到到账通知。</View>
        <TextField
          label="付款凭证号"
          name="reference"
          value={reference}
          maxLength={60}
          placeholder="银行流水号或收据号"
          error={tried ? fault : null}
          onChange={setReference}
        />
        <Field label="发放日期">
          <Picker mode="date" value={day} end={today} onChange={({ detail }) => setPaidOn(detail.value)}>
            <View className="payout-sheet__day tabular" {...({ ariaLabel: `发放日期 ${day}` } as object)}>
              <Icon name="calendar" />
              {day === today ? `${day}（今天）` : day}
            </View>
          </Picker>
        </Field>
      </View>
    </Sheet>
  );
}
