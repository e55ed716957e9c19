import type { PolicyInForce, ReferralAsk } from '@guihu/shared';
import { useEffect, useRef, useState } from 'react';
import { ApiProblem, sentenceOf } from '@/platform/api-problem';
import { scrollTo } from '@/platform/lifecycle';
import { type FieldsOfBody, missingSentence, refusalOf, without } from '@/platform/refusal';
import { askToSubscribe } from '@/platform/subscribe';
import { uuid } from '@/platform/uuid';
import { server, session, useSession } from '@/session';
import { type AnswerErrors, type AnswerField, checkYes, NO, yesOf } from '../_lib/answer-form';

const MESSAGES = ['agent-assigned'];
const FIELDS: FieldsOfBody<AnswerField> = [
  ['name', 'name'],
  ['phone', 'phone'],
  ['consent', 'consent'],
];
const KEPT = '您填的内容都在，再点一次即可';

/** The friend's own answer; both are one tap, and only a yes is asked for more. */
export function useAnswer(code: string, policy: PolicyInForce | null, onPolicyOutdated: () => Promise<void>) {
  const { me } = useSession();
  // A number that was only ever typed does not say who this is: the server asks for it anew.
  const [unproven, setUnproven] = useState(false);
  const boundPhone = unproven ? null : (me?.phoneMasked ?? null);
  const [name, setName] = useState('');
  const [agreed, setAgreed] = useState<string[]>([]);
  const [said, setSaid] = useState<{ errors: AnswerErrors; sentence: string | null }>({ errors: {}, sentence: null });
  const [sending, setSending] = useState<'yes' | 'no' | null>(null);
  const [answered, setAnswered] = useState<'yes' | 'no' | null>(null);
  const sent = useRef<{ body: string; key: string } | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the name may be known a moment later than the page; typing wins
  useEffect(() => {
    if (me?.name && name === '') setName(me.name);
  }, [me?.name]);

  const forgive = (fields: readonly string[]) => setSaid(({ errors }) => ({ errors: without(errors, fields), sentence: null }));
  const rename = (typed: string) => {
    setName(typed);
    forgive(['name']);
  };
  const tick = (purposes: string[]) => {
    setAgreed(purposes);
    forgive(['consent']);
  };
  const refuse = (errors: AnswerErrors, sentence: string | null) => {
    setSaid({ errors, sentence: sentence ?? missingSentence(errors) });
    const first = (['name', 'phone', 'consent'] as const).find((field) => errors[field]);
    if (first) scrollTo(`#ask-${first}`);
  };
  const bindPhone = async (phoneCode: string) => {
    try {
      session.put(await server.account.bindPhone(phoneCode));
      setUnproven(false);
      forgive(['phone']);
    } catch (failure) {
      setSaid({ errors: { phone: sentenceOf(failure) }, sentence: null });
    }
  };
  const send = async (which: 'yes' | 'no', body: typeof NO): Promise<ReferralAsk | null> => {
    const text = JSON.stringify(body);
    if (sent.current?.body !== text) sent.current = { body: text, key: uuid() };
    setSending(which);
    setSaid({ errors: {}, sentence: null });
    try {
      const answer = await server.referrals.answer(code, body, sent.current.key);
      setAnswered(which);
      session.refresh().catch(() => undefined);
      return answer;
    } catch (failure) {
      if (failure instanceof ApiProblem && failure.code === 'policy.outdated') {
        setAgreed([]);
        await onPolicyOutdated();
      }
      if (failure instanceof ApiProblem && failure.code === 'account.phone-required') setUnproven(true);
      const { errors, sentence } = refusalOf(failure, FIELDS, KEPT);
      refuse(errors, sentence);
      return null;
    } finally {
      setSending(null);
    }
  };
  /** Runs inside the tap: whatever asks WeChat for something comes before anything is waited for. */
  const yes = async (): Promise<void> => {
    if (sending || !policy) return;
    const ground = { boundPhone, policy, agreed };
    const errors = checkYes(name, ground);
    if (Object.keys(errors).length > 0) return refuse(errors, null);
    const asked = askToSubscribe(MESSAGES);
    const body = yesOf(name, ground);
    setSending('yes');
    await asked;
    await send('yes', body);
  };
  /** Whoever has not said who they are is called by nobody either way, and need not give a number to be left alone. */
  const no = async (): Promise<void> => {
    if (boundPhone === null) setAnswered('no');
    else if (!sending) await send('no', NO);
  };
  return { boundPhone, name, agreed, sending, answered, rename, tick, bindPhone, yes, no, ...said };
}
