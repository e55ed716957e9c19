import type { MyRealName, PolicyInForce } from '@guihu/shared';
import { useRef, useState } from 'react';
import { ApiProblem } from '@/platform/api-problem';
import { now } from '@/platform/clock';
import { scrollTo } from '@/platform/lifecycle';
import { type FieldErrors, type FieldsOfBody, missingSentence, refusalOf, without } from '@/platform/refusal';
import { uuid } from '@/platform/uuid';
import { server } from '@/session';
import { checkRealName, EMPTY_FORM, type RealNameField, type RealNameForm, statementOf } from '../_lib/real-name-form';

const FIELDS: FieldsOfBody<RealNameField> = [
  ['name', 'name'],
  ['number', 'number'],
  ['consent', 'consent'],
];
const KEPT = '您填的内容都在，再点一次即可';

/** The form. It is kept nowhere on the phone: a number of an ID card has no business there. */
export function useStatement(policy: PolicyInForce | null, onStated: (stated: MyRealName) => void, onPolicyOutdated: () => Promise<void>) {
  const [form, setForm] = useState<RealNameForm>(EMPTY_FORM);
  const [said, setSaid] = useState<{ errors: FieldErrors<RealNameField>; sentence: string | null }>({ errors: {}, sentence: null });
  const [sending, setSending] = useState(false);
  const [unproven, setUnproven] = useState(false);
  const sent = useRef<{ body: string; key: string } | null>(null);

  const change = (part: Partial<RealNameForm>) => {
    setForm((before) => ({ ...before, ...part }));
    const fields = Object.keys(part).map((key) => (key === 'agreed' ? 'consent' : key));
    setSaid(({ errors }) => ({ errors: without(errors, fields), sentence: null }));
  };
  const refuse = (errors: FieldErrors<RealNameField>, sentence: string | null) => {
    setSaid({ errors, sentence: sentence ?? missingSentence(errors) });
    const first = (['name', 'number', 'consent'] as const).find((field) => errors[field]);
    if (first) scrollTo(`#real-name-${first}`);
  };
  const submit = async (): Promise<void> => {
    if (sending || !policy) return;
    const errors = checkRealName(form, policy, now());
    if (Object.keys(errors).length > 0) return refuse(errors, null);
    const body = statementOf(form, policy);
    const text = JSON.stringify(body);
    if (sent.current?.body !== text) sent.current = { body: text, key: uuid() };
    setSending(true);
    setSaid({ errors: {}, sentence: null });
    try {
      onStated(await server.rewards.stateRealName(body, sent.current.key));
    } catch (failure) {
      if (failure instanceof ApiProblem && failure.code === 'account.phone-required') setUnproven(true);
      if (failure instanceof ApiProblem && failure.code === 'policy.outdated') await onPolicyOutdated();
      const refused = refusalOf(failure, FIELDS, KEPT);
      refuse(refused.errors, refused.sentence);
    } finally {
      setSending(false);
    }
  };
  const proven = () => {
    setUnproven(false);
    setSaid({ errors: {}, sentence: null });
  };
  return { form, change, submit, sending, unproven, proven, ...said };
}
