import type { DeliveryView, StaffWorkOrderDetail } from '@guihu/shared';
import { useCallback, useEffect, useRef } from 'react';
import { wait } from '@/platform/clock';
import { useHere } from '@/platform/use-here';
import { type RevealedPhone, usePhoneReveal } from '@/platform/use-phone-reveal';
import { type Resource, useResource } from '@/platform/use-resource';
import { useVerbs, type Verbs } from '@/platform/use-verbs';
import { type FieldWrite, fieldWork, server, useFieldWork, type WaitingFieldWrite } from '@/session';
import { FIELD_DONE, FIELD_QUEUED } from '../_lib/field-words';
import { useKeptOrder } from './use-kept-order';

export interface OrderPage extends RevealedPhone {
  order: Resource<StaffWorkOrderDetail>;
  deliveries: Resource<{ items: DeliveryView[] }>;
  verbs: Verbs;
  /** What was done here on this phone and the server does not have yet, in the order of the taps. */
  waiting: readonly WaitingFieldWrite[];
  /** Work in the home; goes by itself when there is a network. Resolves with whether it was taken over. */
  work: (what: FieldWrite, files?: string[]) => Promise<boolean>;
  reload: () => Promise<void>;
}

/** On a network that hangs nobody stands in a doorway and looks at a button for longer than this. */
const PATIENCE_MS = 4_000;

/** One order with everything its page shows and does; `changed` is told after each verb that was done. */
export function useOrderPage(id: string, changed?: () => void): OrderPage {
  const order = useKeptOrder(id);
  const deliveries = useResource(id ? `staff-order-deliveries:${id}` : null, () => server.staffOrders.deliveries(id));
  const waiting = useFieldWork().filter(({ lane }) => lane === id);
  const number = usePhoneReveal(() => server.staffOrders.revealPhone(id), order.reload);
  const reload = useCallback(async () => {
    await Promise.all([order.reload(), deliveries.reload()]);
  }, [order.reload, deliveries.reload]);
  /** The last write only lies on the phone: there is nothing new to be read, and asking would keep the page busy. */
  const onPhone = useRef(false);
  const verbs = useVerbs(async () => {
    if (!onPhone.current) await reload();
    onPhone.current = false;
    changed?.();
  });

  const here = useHere();
  const before = useRef(waiting.length);
  useEffect(() => {
    // Something that waited has arrived: what the server now says is newer than what is shown.
    if (waiting.length < before.current) void reload();
    before.current = waiting.length;
  }, [waiting.length, reload]);

  const work = (what: FieldWrite, files: string[] = []) =>
    verbs.run(
      async () => {
        const queued = wait(PATIENCE_MS).then(() => ({ outcome: 'queued' as const }));
        const written = await Promise.race([fieldWork.post({ lane: id, what, files }), queued]);
        if (written.outcome === 'refused') {
          // Whoever has left the page finds it on the order, with the reason.
          if (here.current) fieldWork.takeBack(written.id);
          throw written.failure;
        }
        onPhone.current = written.outcome === 'queued';
        return written.outcome;
      },
      (outcome) => (outcome === 'queued' ? FIELD_QUEUED : FIELD_DONE[what.verb]),
    );
  return { order, deliveries, verbs, waiting, work, ...number, reload };
}

/** Whether the order was here and is no longer this person's to see. */
export function isGone({ failure }: Pick<Resource<unknown>, 'failure'>): boolean {
  return failure?.kind === 'missing' || failure?.kind === 'forbidden';
}
