import type { StaffViewingDetail } from '@guihu/shared';
import { useState } from 'react';
import { ActionBar } from '@/components/action-bar/action-bar';
import { MoreSheet } from '@/components/more-sheet/more-sheet';
import { ReasonSheet } from '@/components/reason-sheet/reason-sheet';
import { confirmed } from '@/platform/feedback';
import { go } from '@/platform/navigation';
import { may, server, useSession } from '@/session';
import type { ViewingPage } from '../../_hooks/use-viewing-page';
import { layOutVisit, type ViewingActionKey } from '../../_lib/viewing-actions';
import { CheckInSheet } from '../check-in-sheet/check-in-sheet';
import { RehostSheet } from './rehost-sheet';

interface Props {
  page: ViewingPage;
  data: StaffViewingDetail;
}

type SheetName = 'scan' | 'rehost' | 'cancel' | 'more';

const INSTANT: readonly ViewingActionKey[] = ['checkIn'];
const CANCEL_REASONS = ['客户来电取消', '当天临时闭馆'];

/** What may be done with the visit now, at the thumb, and the sheets it opens. */
export function ViewingBar({ page, data }: Props) {
  const { me } = useSession();
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const { id, status, allowed, host, leadOpen } = data;
  const { viewing, verbs } = page;
  const mayCall = leadOpen && may(me, 'lead.reveal-phone') && (status === 'booked' || status === 'no-show');
  const { bar, more } = layOutVisit(status, allowed, mayCall);
  /** A sheet says that it is closed also when another one took its place: only the one that is open may close. */
  const closing = (name: SheetName) => () => setSheet((open) => (open === name ? null : open));
  const send = async (verb: () => Promise<unknown>, done: string) => {
    await verbs.run(verb, done);
    setSheet(null);
  };
  const miss = async () => {
    setSheet(null);
    if (await confirmed('记为未到访？', '客户会在预约里看到这次没有等到；当天来了，仍可签到', '记为未到'))
      void verbs.run(() => server.staffViewings.miss(id), '已记为未到访');
  };
  const act = (key: ViewingActionKey) => {
    if (key === 'checkIn') return void verbs.run(() => server.staffViewings.checkIn(id), '已签到，带客户看房吧');
    if (key === 'complete') return go('viewingFeedback', { id });
    if (key === 'reschedule') return go('moveViewing', { id });
    if (key === 'call') return void page.call();
    if (key === 'miss') return void miss();
    setSheet(key);
  };
  /** A pass of somebody else's visit checks that one in: it is opened, so that nobody is taken for another. */
  const checkedIn = (viewingId: string) => {
    setSheet(null);
    if (viewingId !== id) return go('staffViewing', { id: viewingId });
    void viewing.reload();
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
      <CheckInSheet open={sheet === 'scan'} onDone={checkedIn} onClose={closing('scan')} />
      <RehostSheet
        viewingId={id}
        hostId={host?.id ?? null}
        open={sheet === 'rehost'}
        busy={verbs.busy}
        onSend={(toStaffId, reason) => send(() => server.staffViewings.rehost(id, { toStaffId, reason }), '已换人接待，并通知对方')}
        onClose={closing('rehost')}
      />
      <ReasonSheet
        open={sheet === 'cancel'}
        title="取消预约"
        note="会通知客户，原因只有同事看得到；空出的名额让给候补的人"
        reasons={CANCEL_REASONS}
        action="取消这次预约"
        busy={verbs.busy}
        onSend={(reason) => send(() => server.staffViewings.cancel(id, reason), '预约已取消')}
        onClose={closing('cancel')}
      />
    </>
  );
}
