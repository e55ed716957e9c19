import type { PayoutRecord, StaffReward } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { sentenceOf } from '@/platform/api-problem';
import { confirmed, say } from '@/platform/feedback';
import { server } from '@/session';
import { PayoutSheet } from '../../../_components/reward-bar/payout-sheet';
import { sayTotal } from '../../../_lib/reward-words';
import { allowing, type BatchOutcome, forEach } from '../_lib/batch';

interface Props {
  rewards: readonly StaffReward[];
  chosen: ReadonlySet<string>;
  now: number;
  /** Those ticked have been dealt with; some may have been refused. */
  onDone: (failed: BatchOutcome['failed']) => Promise<void>;
}

/** What may be done with those ticked, all at once. */
export function BatchBar({ rewards, chosen, now, onDone }: Props) {
  const [busy, setBusy] = useState(false);
  const [paying, setPaying] = useState(false);
  const approvable = allowing(rewards, chosen, 'approve');
  const payable = allowing(rewards, chosen, 'pay');
  if (approvable.length + payable.length === 0) return null;
  const run = async (what: StaffReward[], verb: (reward: StaffReward) => Promise<unknown>, done: string) => {
    setBusy(true);
    const outcome = await forEach(what, verb, sentenceOf);
    setBusy(false);
    setPaying(false);
    say(outcome.failed.length > 0 ? `${done} ${outcome.done} 笔，${outcome.failed.length} 笔没有成功` : `${done} ${outcome.done} 笔`);
    await onDone(outcome.failed);
  };
  const approve = async () => {
    if (await confirmed('通过审核？', `${sayTotal(approvable)}。通过后由财务发放`, '通过审核'))
      await run(approvable, ({ id }) => server.staffRewards.approve(id), '已通过');
  };
  const pay = (record: PayoutRecord) => run(payable, ({ id }) => server.staffRewards.pay(id, record), '已登记发放');
  return (
    <>
      <BottomBar aside={<View className="reward-batch tabular">{`已选 ${sayTotal(approvable.length > 0 ? approvable : payable)}`}</View>}>
        {approvable.length > 0 ? <Button text={`通过 ${approvable.length} 笔`} busy={busy} onTap={() => void approve()} /> : null}
        {payable.length > 0 ? <Button text={`登记发放 ${payable.length} 笔`} busy={busy} onTap={() => setPaying(true)} /> : null}
      </BottomBar>
      <PayoutSheet
        open={paying}
        what={sayTotal(payable)}
        busy={busy}
        now={now}
        onSend={(record) => void pay(record)}
        onClose={() => setPaying(false)}
      />
    </>
  );
}
