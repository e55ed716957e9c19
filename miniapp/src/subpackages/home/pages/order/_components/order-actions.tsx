import { WORK_ORDER_KIND_LABELS, type WorkOrderView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { ReasonSheet } from '@/components/reason-sheet/reason-sheet';
import type { Verbs } from '@/platform/use-verbs';
import { server } from '@/session';
import { orderBar } from '../_lib/order-bar';
import { RatingSheet } from './rating-sheet';

interface Props {
  order: WorkOrderView;
  verbs: Verbs;
}

type SheetName = 'cancel' | 'reopen' | 'rate';

const CANCEL_REASONS = ['已经好了', '自己处理了', '报错了', '改天再报'];
const REOPEN_REASONS = ['又坏了', '没有修好', '同一处又漏了', '有新的问题'];

/** What the owner may do now, at the thumb, and the sheets it opens. */
export function OrderActions({ order, verbs }: Props) {
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const { id, urgeHint, allowed, assignee } = order;
  const actions = orderBar(order);
  /** A sheet also tells of its closing when another one took its place: only the one that is open may close. */
  const closing = (name: SheetName) => () => setSheet((open) => (open === name ? null : open));
  const send = async <A,>(verb: () => Promise<A>, done: string | ((answer: A) => string)) => {
    await verbs.run(verb, done);
    setSheet(null);
  };
  const act = (verb: (typeof actions)[number]['verb']) =>
    verb === 'urge' ? void verbs.run(() => server.workOrders.urge(id), '已催单，马上转告处理人') : setSheet(verb);
  const hint = urgeHint && !allowed.includes('urge') ? urgeHint : null;
  return (
    <>
      {actions.length > 0 ? (
        <BottomBar note={hint ? <View className="t-note ink-2">{hint}</View> : null}>
          {actions.map(({ verb, text, kind, disabled }) => (
            <Button
              key={verb}
              text={text}
              kind={kind}
              disabled={disabled || verbs.busy}
              busy={verbs.busy && verb === 'urge'}
              onTap={() => act(verb)}
            />
          ))}
        </BottomBar>
      ) : null}
      <ReasonSheet
        open={sheet === 'cancel'}
        title={`取消${WORK_ORDER_KIND_LABELS[order.kind]}`}
        note="取消后不再处理；以后可以重新提交"
        reasons={CANCEL_REASONS}
        action="确认取消"
        busy={verbs.busy}
        onSend={(reason) => send(() => server.workOrders.cancel(id, { reason }), '已取消')}
        onClose={closing('cancel')}
      />
      <ReasonSheet
        open={sheet === 'reopen'}
        title="重新处理"
        note="会交回原来的师傅，重新计时，不用再填一遍"
        reasons={REOPEN_REASONS}
        action="请重新处理"
        busy={verbs.busy}
        onSend={(reason) => send(() => server.workOrders.reopen(id, { reason }), '已重新派单，请留意来电')}
        onClose={closing('reopen')}
      />
      <RatingSheet
        open={sheet === 'rate'}
        engineer={assignee?.name ?? null}
        busy={verbs.busy}
        onSend={(rating) =>
          send(
            () => server.workOrders.rate(id, rating),
            ({ message }) => message,
          )
        }
        onClose={closing('rate')}
      />
    </>
  );
}
