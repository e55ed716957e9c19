import type { ReferralStageStep, StaffReferralDetail } from '@guihu/shared';
import { useState } from 'react';
import { ActionBar } from '@/components/action-bar/action-bar';
import { MoreSheet } from '@/components/more-sheet/more-sheet';
import { server } from '@/session';
import type { ReferralPage } from '../../_hooks/use-referral-page';
import { type Stage, stageActions } from '../../_lib/referral-words';
import { StageSheet } from './stage-sheet';

const MOST_IN_BAR = 2;

interface Props {
  page: ReferralPage;
  data: StaffReferralDetail;
}

/** The stages that may be set by hand now; each says what follows before it is done. */
export function ReferralBar({ page, data }: Props) {
  const [sheet, setSheet] = useState<Stage | 'more' | null>(null);
  const { verbs } = page;
  const actions = stageActions(data.allowed);
  const open = actions.find(({ key }) => key === sheet) ?? null;
  const send = async (step: ReferralStageStep, done: string) => {
    await verbs.run(() => server.staffReferrals.step(data.id, step), done);
    setSheet(null);
  };
  return (
    <>
      <ActionBar
        actions={actions.slice(0, MOST_IN_BAR).reverse()}
        hasMore={actions.length > MOST_IN_BAR}
        busy={verbs.busy}
        instant={[]}
        onChoose={setSheet}
        onMore={() => setSheet('more')}
      />
      <MoreSheet open={sheet === 'more'} actions={actions.slice(MOST_IN_BAR)} onChoose={setSheet} onClose={() => setSheet(null)} />
      <StageSheet
        action={open}
        busy={verbs.busy}
        onSend={(step) => void send(step, open?.done ?? '')}
        onClose={() => setSheet((now) => (now === open?.key ? null : now))}
      />
    </>
  );
}
