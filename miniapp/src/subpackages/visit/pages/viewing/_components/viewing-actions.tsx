import type { MyViewing } from '@guihu/shared';
import { useState } from 'react';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { ReasonSheet } from '@/components/reason-sheet/reason-sheet';
import { callPhone } from '@/platform/contact';
import { go } from '@/platform/navigation';
import type { Verbs } from '@/platform/use-verbs';
import { server } from '@/session';
import { type BarAction, viewingBar } from '../../../_lib/viewing-words';
import { RatingSheet } from './rating-sheet';

interface Props {
  viewing: MyViewing;
  now: number;
  verbs: Verbs;
  onCalendar: () => void;
}

type SheetName = 'cancel' | 'rate';

const CANCEL_REASONS = ['时间安排不开', '约错了时间', '已经看过了', '暂时不考虑了'];

/** What the visitor may do now, at the thumb, and the sheets it opens. */
export function ViewingActions({ viewing, now, verbs, onCalendar }: Props) {
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const { id, projectId, kind, host } = viewing;
  const actions = viewingBar(viewing, now);
  /** A sheet also tells of its closing when another one took its place: only the one that is open may close. */
  const closing = (name: SheetName) => () => setSheet((open) => (open === name ? null : open));
  const send = async (verb: () => Promise<unknown>, done: string) => {
    await verbs.run(verb, done);
    setSheet(null);
  };
  const act: Record<BarAction['key'], () => void> = {
    cancel: () => setSheet('cancel'),
    rate: () => setSheet('rate'),
    reschedule: () => go('changeViewing', { id }),
    pass: () => go('viewingPass', { id }),
    calendar: onCalendar,
    again: () => go('bookViewing', { id: projectId, kind }),
    call: () => host?.phone && callPhone(host.phone),
  };
  return (
    <>
      {actions.length > 0 ? (
        <BottomBar>
          {actions.map(({ key, text, kind: look }) => (
            <Button key={key} text={text} kind={look} disabled={verbs.busy} onTap={act[key]} />
          ))}
        </BottomBar>
      ) : null}
      <ReasonSheet
        open={sheet === 'cancel'}
        title="取消这次预约"
        note="位子会让给候补的人；以后可以随时再约"
        reasons={CANCEL_REASONS}
        action="确认取消预约"
        busy={verbs.busy}
        onSend={(reason) => send(() => server.viewings.cancel(id, { reason }), '已取消')}
        onClose={closing('cancel')}
      />
      <RatingSheet
        open={sheet === 'rate'}
        host={host?.name ?? null}
        busy={verbs.busy}
        onSend={(rating) => send(() => server.viewings.rate(id, rating), '谢谢您，评价已收到')}
        onClose={closing('rate')}
      />
    </>
  );
}
