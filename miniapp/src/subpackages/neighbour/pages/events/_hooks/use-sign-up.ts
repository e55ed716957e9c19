import { useRef, useState } from 'react';
import { sentenceOf } from '@/platform/api-problem';
import { say } from '@/platform/feedback';
import { go } from '@/platform/navigation';
import { askToSubscribe } from '@/platform/subscribe';
import { uuid } from '@/platform/uuid';
import { server, useSession } from '@/session';
import type { Agreement } from '../../../_hooks/use-agreement';
import type { CommunityEvent } from './use-events';

/** That it stands, that it is tomorrow, that something changed or a seat became free. */
const MESSAGES = ['viewing-booked', 'viewing-reminder', 'viewing-offered'];

/** Signing up for one event: by the bound number, with a seat or a place in the line. */
export function useSignUp(reload: () => Promise<unknown>) {
  const { me } = useSession();
  const [event, setEvent] = useState<CommunityEvent | null>(null);
  const [open, setOpen] = useState(false);
  const [partySize, setPartySize] = useState(2);
  const [agreed, setAgreed] = useState<string[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const key = useRef('');
  const begin = (chosen: CommunityEvent) => {
    key.current = uuid();
    setRefusal(null);
    setEvent(chosen);
    setOpen(true);
  };
  const book = async (chosen: CommunityEvent, consent: { policyVersion: string; purposes: string[] }) => {
    const sent = { slotId: chosen.id, name: me?.name ?? '业主', consent };
    if (chosen.bookable)
      return server.viewings.book({ ...sent, partySize }, key.current).then(({ id, number }) => go('myViewing', { id, no: number }));
    await server.viewings.wait(sent, key.current);
    say('已加入候补，有空位会通知您');
  };
  /** Runs inside the tap: whatever asks WeChat for something comes before anything is waited for. */
  const send = async ({ policy, stands }: Agreement): Promise<void> => {
    if (!event || busy) return;
    const required = policy.purposes.filter((purpose) => purpose.required).map((purpose) => purpose.key);
    if (!stands && required.some((purpose) => !agreed.includes(purpose))) return setRefusal('请先同意我们怎样使用您的信息');
    const asked = askToSubscribe(MESSAGES);
    setBusy(true);
    setRefusal(null);
    await asked;
    try {
      await book(event, { policyVersion: policy.version, purposes: stands ? required : agreed });
      setOpen(false);
      await reload();
    } catch (failure) {
      setRefusal(sentenceOf(failure));
    } finally {
      setBusy(false);
    }
  };
  return { event, open, close: () => setOpen(false), begin, partySize, setPartySize, agreed, setAgreed, refusal, busy, send };
}
