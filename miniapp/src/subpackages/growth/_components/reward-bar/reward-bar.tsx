import type { StaffRewardDetail } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { confirmed } from '@/platform/feedback';
import { server } from '@/session';
import type { RewardPage } from '../../_hooks/use-reward-page';
import { sayWorth } from '../../_lib/reward-words';
import { PayoutSheet } from './payout-sheet';
import { RefuseSheet } from './refuse-sheet';

interface Props {
  page: RewardPage;
  data: StaffRewardDetail;
  now: number;
}

/** Approving or refusing, then paying: by whoever may, and never both by the same person. */
export function RewardBar({ page, data, now }: Props) {
  const [sheet, setSheet] = useState<'refuse' | 'pay' | null>(null);
  const { verbs } = page;
  const { id, allowed } = data;
  const may = (verb: (typeof allowed)[number]) => allowed.includes(verb);
  const send = async (verb: () => Promise<unknown>, done: string) => {
    await verbs.run(verb, done);
    setSheet(null);
  };
  const approve = async () => {
    const worth = `${data.person.name}，${sayWorth(data)}`;
    if (await confirmed('通过审核？', `${worth}。通过后由财务发放，审核和发放不能是同一个人`, '通过审核'))
      await send(() => server.staffRewards.approve(id), '已通过，等财务发放');
  };
  if (!may('approve') && !may('refuse') && !may('pay')) return null;
  return (
    <>
      <BottomBar
        note={verbs.refusal ? <View className="t-note ink-late">{verbs.refusal}</View> : undefined}
        aside={may('refuse') ? <Button text="不通过" kind="quiet" disabled={verbs.busy} onTap={() => setSheet('refuse')} /> : undefined}
      >
        {may('approve') ? <Button text="通过审核" busy={verbs.busy} onTap={() => void approve()} /> : null}
        {may('pay') ? <Button text="登记发放" busy={verbs.busy} onTap={() => setSheet('pay')} /> : null}
      </BottomBar>
      <RefuseSheet
        open={sheet === 'refuse'}
        busy={verbs.busy}
        onSend={(reason) => void send(() => server.staffRewards.refuse(id, reason), '已标为不通过')}
        onClose={() => setSheet(null)}
      />
      <PayoutSheet
        open={sheet === 'pay'}
        what={`${data.person.name}，${sayWorth(data)}`}
        busy={verbs.busy}
        now={now}
        onSend={(record) => void send(() => server.staffRewards.pay(id, record), '已登记发放')}
        onClose={() => setSheet(null)}
      />
    </>
  );
}
