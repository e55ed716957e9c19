import type { StaffLeadDetail } from '@guihu/shared';
import { useState } from 'react';
import { ActionBar } from '@/components/action-bar/action-bar';
import { MoreSheet } from '@/components/more-sheet/more-sheet';
import { ReasonSheet } from '@/components/reason-sheet/reason-sheet';
import { go } from '@/platform/navigation';
import { may, server, useSession } from '@/session';
import type { LeadPage } from '../../_hooks/use-lead-page';
import { type ActionKey, layOutActions } from '../../_lib/lead-actions';
import { TransferSheet } from '../transfer-sheet/transfer-sheet';
import { ClosureSheet } from './closure-sheet';

interface Props {
  page: LeadPage;
  data: StaffLeadDetail;
}

type SheetName = 'decline' | 'transfer' | 'close' | 'more';

const INSTANT: readonly ActionKey[] = ['accept'];
const DECLINE_REASONS = ['正在接待客户', '外出带看中', '今天休息', '与该客户有利益冲突'];

/** What may be done with the lead now, at the thumb, and the sheets it opens. */
export function LeadBar({ page, data }: Props) {
  const { me } = useSession();
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const { id, status, allowed } = data;
  const { verbs } = page;
  const { bar, more } = layOutActions(status, allowed, data.contactAllowed && may(me, 'lead.reveal-phone'));
  /** A sheet says that it is closed also when another one took its place: only the one that is open may close. */
  const closing = (name: SheetName) => () => setSheet((open) => (open === name ? null : open));
  /** The sheet goes when the verb was done, and also when the lead had changed: what it asked for is no longer offered. */
  const send = async (verb: () => Promise<unknown>, done: string) => {
    await verbs.run(verb, done);
    setSheet(null);
  };
  const act = (key: ActionKey) => {
    if (key === 'accept') return void verbs.run(() => server.staffLeads.accept(id), '已接单，尽快与客户联系');
    if (key === 'followUp') return go('followUp', { id });
    if (key === 'call') return void page.call();
    setSheet(key);
  };
  return (
    <>
      <ActionBar
        actions={bar}
        hasMore={more.length > 0}
        busy={verbs.busy}
        instant={INSTANT}
        onChoose={act}
        onMore={() => setSheet('more')}
      />
      <MoreSheet open={sheet === 'more'} actions={more} onChoose={act} onClose={closing('more')} />
      <ReasonSheet
        open={sheet === 'decline'}
        title="暂不接单"
        note="线索会马上转给下一位同事，原因会记入动态"
        reasons={DECLINE_REASONS}
        action="转给下一位"
        busy={verbs.busy}
        onSend={(reason) => send(() => server.staffLeads.decline(id, { reason }), '已转给下一位同事')}
        onClose={closing('decline')}
      />
      <TransferSheet
        lead={data}
        open={sheet === 'transfer'}
        busy={verbs.busy}
        onSend={(toStaffId, reason) => send(() => server.staffLeads.transfer(id, { toStaffId, reason }), '已转交，等对方接单')}
        onClose={closing('transfer')}
      />
      <ClosureSheet
        open={sheet === 'close'}
        busy={verbs.busy}
        onSend={(closure) => send(() => server.staffLeads.close(id, closure), '线索已关闭')}
        onClose={closing('close')}
      />
    </>
  );
}
