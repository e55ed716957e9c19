import type { DeliveryView, StaffWorkOrderDetail } from '@guihu/shared';
import { useCallback, useEffect, useRef } from 'react';
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

/** One order with everything its page shows and does; `changed` is told after each verb that was done. */
export function useOrderPage(id: string, changed?: () => void): OrderPage {
  const order = useKeptOrder(id);
  const deliveries = useResource(id ? `staff-order-deliveries:${id}` : null, () => server.staffOrders.deliveries(id));
  const waiting = useFieldWork().filter(({ lane }) => lane === id);
  const number = usePhoneReveal(() => server.staffOrders.revealPhone(id), order.reload);
  const reload = useCallback(async () => {
    await Promise.all([order.reload(), deliveries.reload()]);
  }, [order.reload, deliveries.reload]);
  const verbs = useVerbs(async () => {
    await reload();
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
        const written = await fieldWork.post({ lane: id, what, files });
        if (written.outcome === 'refused') {
          // Whoever has left the page finds it on the order, with the reason.
          if (here.current) fieldWork.takeBack(written.id);
          throw written.failure;
        }
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
