import type { ReferralStageStep } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { TextField } from '@/components/field/text-field';
import { ReasonSheet } from '@/components/reason-sheet/reason-sheet';
import { Sheet } from '@/components/sheet/sheet';
import { fenOf, sayDeal } from '../../_lib/amount';
import type { StageAction } from '../../_lib/referral-words';

interface Props {
  /** Null keeps the sheet closed. */
  action: StageAction | null;
  busy: boolean;
  onSend: (step: ReferralStageStep) => void;
  onClose: () => void;
}

const CANCEL_REASONS = ['客户退订', '客户退房', '贷款未批', '合同作废'];

/** A stage that was reached, with what follows for the reward in words; a contract with its amount, the end with its reason. */
export function StageSheet({ action, busy, onSend, onClose }: Props) {
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const key = action?.key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another stage begins anew
  useEffect(() => {
    setTyped('');
    setTried(false);
  }, [key]);
  if (key === 'deal-cancelled')
    return (
      <ReasonSheet
        open
        title="交易取消"
        note={action?.note ?? ''}
        reasons={CANCEL_REASONS}
        action="确认交易取消"
        busy={busy}
        onSend={(reason) => onSend({ stage: 'deal-cancelled', reason })}
        onClose={onClose}
      />
    );
  const signs = key === 'signed';
  const dealAmount = fenOf(typed, '万元');
  const send = () => {
    setTried(true);
    if (!key || (signs && dealAmount === null)) return;
    onSend({ stage: key, ...(signs && dealAmount !== null ? { dealAmount } : {}) });
  };
  return (
    <Sheet
      open={action !== null}
      title={action?.text ?? ''}
      onClose={onClose}
      foot={<Button text={action ? `确认${action.text.replace(/^登记/, '已')}` : ''} block busy={busy} onTap={send} />}
    >
      <View className="stack">
        <View>{action?.note}</View>
        {signs ? (
          <TextField
            label="成交金额"
            name="dealAmount"
            keyboard="number"
            value={typed}
            maxLength={12}
            placeholder="如 328"
            end={<View className="ink-2">万元</View>}
            hint={dealAmount === null ? '按合同总价填写' : sayDeal(dealAmount)}
            error={tried && dealAmount === null ? '请填写合同总价，奖励按它计算' : null}
            onChange={setTyped}
          />
        ) : null}
      </View>
    </Sheet>
  );
}
