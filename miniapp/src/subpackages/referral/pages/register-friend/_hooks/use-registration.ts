import type { ReferralReceipt } from '@guihu/shared';
import { useRef, useState } from 'react';
import { ApiProblem } from '@/platform/api-problem';
import { scrollTo } from '@/platform/lifecycle';
import { type FieldErrors, type FieldsOfBody, missingSentence, refusalOf, without } from '@/platform/refusal';
import { askToSubscribe } from '@/platform/subscribe';
import { useDraft } from '@/platform/use-draft';
import { server } from '@/session';
import { checkFriend, EMPTY_FRIEND, type FriendField, type FriendForm, registrationOf } from '../_lib/friend-form';

/** What the referrer is told later: that the friend came one step further, and that money came. */
const MESSAGES = ['referral-progress', 'reward-changed'];
const FIELDS: FieldsOfBody<FriendField> = [
  ['name', 'name'],
  ['phone', 'phone'],
  ['relation', 'relation'],
];
const KEPT = '您填的内容都在，再点一次即可，不会重复报备';

/** The form, its progress on the phone, and the receipt once the server has it. */
export function useRegistration(projectId: string) {
  const draft = useDraft<FriendForm>(`friend:${projectId}`, EMPTY_FRIEND);
  const [said, setSaid] = useState<{ errors: FieldErrors<FriendField>; sentence: string | null }>({ errors: {}, sentence: null });
  const [sending, setSending] = useState(false);
  const [receipt, setReceipt] = useState<(ReferralReceipt & { name: string }) | null>(null);
  // A number that was only ever typed does not say who recommends: the server asks for it anew.
  const [unproven, setUnproven] = useState(false);
  const busy = useRef(false);

  const change = (part: Partial<FriendForm>) => {
    draft.change(part);
    setSaid(({ errors }) => ({ errors: without(errors, Object.keys(part)), sentence: null }));
  };
  const refuse = (errors: FieldErrors<FriendField>, sentence: string | null) => {
    setSaid({ errors, sentence: sentence ?? missingSentence(errors) });
    const first = (['name', 'phone'] as const).find((field) => errors[field]);
    if (first) scrollTo(`#ask-friend-${first}`);
  };
  /** Runs inside the tap: whatever asks WeChat for something comes before anything is waited for. */
  const submit = async (): Promise<void> => {
    if (busy.current) return;
    const errors = checkFriend(draft.value);
    if (Object.keys(errors).length > 0) return refuse(errors, null);
    busy.current = true;
    const asked = askToSubscribe(MESSAGES);
    const body = registrationOf(projectId, draft.value);
    setSending(true);
    setSaid({ errors: {}, sentence: null });
    await asked;
    try {
      const answer = await server.referrals.register(body, draft.keyFor(body));
      draft.clear();
      setReceipt({ ...answer, name: body.name });
    } catch (failure) {
      if (failure instanceof ApiProblem && failure.code === 'referral.phone-required') setUnproven(true);
      const { errors: fields, sentence } = refusalOf(failure, FIELDS, KEPT);
      refuse(fields, sentence);
    } finally {
      busy.current = false;
      setSending(false);
    }
  };
  const another = () => {
    draft.change(EMPTY_FRIEND);
    setReceipt(null);
  };
  const proven = () => {
    setUnproven(false);
    setSaid({ errors: {}, sentence: null });
  };
  return { form: draft.value, change, submit, sending, receipt, another, unproven, proven, ...said };
}
