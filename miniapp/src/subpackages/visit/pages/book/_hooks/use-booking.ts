import type { ViewingSlotView } from '@guihu/shared';
import { useRef, useState } from 'react';
import { slotUse } from '@/components/slot-picker/slot-times';
import { ApiProblem } from '@/platform/api-problem';
import { say } from '@/platform/feedback';
import { scrollTo } from '@/platform/lifecycle';
import { replaceWith } from '@/platform/navigation';
import { missingSentence, without } from '@/platform/refusal';
import { askToSubscribe } from '@/platform/subscribe';
import { useDraft } from '@/platform/use-draft';
import { server, session } from '@/session';
import { ASK_AT } from '../../../_lib/subscriptions';
import {
  type BookingErrors,
  type BookingField,
  type BookingForm,
  type BookingGround,
  bookingOf,
  checkBooking,
  EMPTY_BOOKING,
  waitRequestOf,
} from '../_lib/booking-form';
import { refusedBooking } from '../_lib/refused-booking';

const FIELDS: readonly BookingField[] = ['slot', 'name', 'phone', 'note', 'consent'];

interface Sending {
  errors: BookingErrors;
  /** Above the button. */
  sentence: string | null;
  /** The last attempt got no answer: the button offers another. */
  failed: boolean;
  /** What one has already stands in the way. */
  hasOne: boolean;
}

const QUIET: Sending = { errors: {}, sentence: null, failed: false, hasOne: false };

/** The form, its progress on the phone, and the one way it is sent. `reloadSlots` reads anew what others left. */
export function useBooking(projectId: string, slots: readonly ViewingSlotView[], reloadSlots: () => Promise<unknown>) {
  const draft = useDraft<BookingForm>(`viewing:${projectId}`, EMPTY_BOOKING);
  const [state, setState] = useState<Sending>(QUIET);
  const [sending, setSending] = useState(false);
  const busy = useRef(false);
  /** A time that is gone, or that one can do nothing with any more, is as good as not chosen. */
  const slot = slots.find((one) => one.id === draft.value.slotId && slotUse(one) !== 'none') ?? null;

  const change = (part: Partial<BookingForm>) => {
    draft.change(part);
    const touched = Object.keys(part).flatMap((field) => (field === 'slotId' || field === 'day' ? ['slot'] : [field]));
    setState((before) => ({ ...before, errors: without(before.errors, touched), sentence: null, hasOne: false }));
  };
  const refuse = (part: Partial<Sending>) => {
    const errors = part.errors ?? {};
    setState({ ...QUIET, ...part, sentence: part.sentence ?? missingSentence(errors) });
    const first = FIELDS.find((field) => errors[field]);
    if (first) scrollTo(`#ask-${first}`);
  };
  /** Still busy: until this page is gone, a tap would send what has just been received once more. */
  const received = () => {
    draft.clear();
    session.refresh().catch(() => undefined);
  };
  const refused = async (failure: unknown) => {
    const { errors, sentence, slotLost, hasOne } = refusedBooking(failure);
    if (slotLost) {
      // Left chosen, a second tap would stand in line without having been asked to.
      draft.change({ slotId: null });
      await reloadSlots();
    }
    busy.current = false;
    setSending(false);
    // The number shown as known was only ever typed, never vouched for by WeChat: it has to be given again.
    if (failure instanceof ApiProblem && failure.code === 'account.phone-required') draft.change({ otherPhone: true });
    refuse({ errors, sentence, hasOne, failed: !(failure instanceof ApiProblem) || failure.status >= 500 });
    return failure;
  };

  const book = (ground: BookingGround) => {
    const body = bookingOf(draft.value, ground);
    return server.viewings.book(body, draft.keyFor(body)).then(({ id, number }) => {
      received();
      replaceWith('myViewing', { id, no: number });
    });
  };
  const wait = (ground: BookingGround) => {
    const body = waitRequestOf(draft.value, ground);
    return server.viewings.wait(body, draft.keyFor(body)).then(({ ahead }) => {
      received();
      say(ahead > 0 ? `已加入候补，前面还有 ${ahead} 位` : '已加入候补，您排在第一位');
      replaceWith('myViewings');
    });
  };
  /** Runs inside the tap: whatever asks WeChat for something comes before anything is waited for. Resolves with a refusal, if any. */
  const submit = async (ground: BookingGround): Promise<unknown> => {
    if (busy.current) return null;
    const errors = checkBooking(draft.value, slot !== null, ground);
    if (slot === null || Object.keys(errors).length > 0) return refuse({ errors });
    busy.current = true;
    const waits = slotUse(slot) === 'wait';
    const asked = askToSubscribe(waits ? ASK_AT.waiting : ASK_AT.booking);
    setSending(true);
    setState(QUIET);
    await asked;
    return (waits ? wait : book)(ground).catch(refused);
  };
  const forgive = (field: BookingField) => setState((before) => ({ ...before, errors: without(before.errors, [field]), sentence: null }));
  const blame = (field: BookingField, sentence: string) =>
    setState((before) => ({ ...before, errors: { ...before.errors, [field]: sentence } }));

  return { form: draft.value, slot, change, submit, sending, forgive, blame, ...state };
}
