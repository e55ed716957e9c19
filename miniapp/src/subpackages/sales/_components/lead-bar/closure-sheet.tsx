import { CLOSURE_OUTCOMES, type ClosureOutcome, type ClosureRequest } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { ChipGroup, chipsOf } from '@/components/chip-group/chip-group';
import { Field } from '@/components/field/field';
import { ReasonSheet } from '@/components/reason-sheet/reason-sheet';

interface Props {
  open: boolean;
  busy: boolean;
  onSend: (closure: ClosureRequest) => void;
  onClose: () => void;
}

const REASONS: Readonly<Record<ClosureOutcome, readonly string[]>> = {
  won: ['已签约', '已付定金'],
  lost: ['选择了其他楼盘', '预算不够', '暂不考虑购房', '多次联系不上'],
  invalid: ['空号或停机', '非购房客户', '重复登记'],
};

/** How it ended, and why. */
export function ClosureSheet({ open, busy, onSend, onClose }: Props) {
  const [outcome, setOutcome] = useState<ClosureOutcome | null>(null);
  return (
    <ReasonSheet
      open={open}
      title="关闭线索"
      note="关闭后不再安排跟进；客户再次留下联系方式时会重新分配"
      reasons={outcome ? REASONS[outcome] : []}
      action="关闭线索"
      busy={busy}
      missing={outcome ? null : '请选择结果'}
      onSend={(reason) => outcome && onSend({ outcome, reason })}
      onClose={onClose}
    >
      <View style={{ marginBottom: '16px' }}>
        <Field label="结果">
          <ChipGroup
            chips={chipsOf(CLOSURE_OUTCOMES)}
            chosen={outcome ? [outcome] : []}
            onChange={([value]) => setOutcome((value as ClosureOutcome | undefined) ?? null)}
          />
        </Field>
      </View>
    </ReasonSheet>
  );
}
