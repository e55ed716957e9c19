import type { RepurchaseWish } from '@guihu/shared';
import { useRef, useState } from 'react';
import { ApiProblem, sentenceOf } from '@/platform/api-problem';
import { replaceWith } from '@/platform/navigation';
import { askToSubscribe } from '@/platform/subscribe';
import { uuid } from '@/platform/uuid';
import { server } from '@/session';
import type { Agreement } from '../../../_hooks/use-agreement';

/** Who will call, and that they do. */
const MESSAGES = ['agent-assigned'];

export interface RepurchaseForm {
  projectId: string;
  wish: RepurchaseWish;
  agreed: string[];
}

/** The question, and the one way it is sent: a second tap on a bad network asks nothing twice. */
export function useRepurchase(projectId: string) {
  const [form, setForm] = useState<RepurchaseForm>({ projectId, wish: 'again', agreed: [] });
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const key = useRef(uuid());
  const change = (part: Partial<RepurchaseForm>) => {
    key.current = uuid();
    setRefusal(null);
    setForm((before) => ({ ...before, ...part }));
  };
  /** Runs inside the tap: whatever asks WeChat for something comes before anything is waited for. */
  const send = async ({ policy, stands }: Agreement): Promise<void> => {
    if (busy) return;
    const missing = policy.purposes.find(({ required, key: purpose }) => required && !form.agreed.includes(purpose));
    if (!stands && missing) return setRefusal(`请先同意「${missing.title}」，顾问才能联系您`);
    const asked = askToSubscribe(MESSAGES);
    setBusy(true);
    await asked;
    const consent = stands ? {} : { consent: { policyVersion: policy.version, purposes: form.agreed } };
    try {
      const { id, receiptNo } = await server.leads.repurchase({ projectId: form.projectId, wish: form.wish, ...consent }, key.current);
      replaceWith('receipt', { id, no: receiptNo });
    } catch (failure) {
      setRefusal(failure instanceof ApiProblem && failure.code === 'home.not-yours' ? '绑定房屋的业主可以在这里咨询' : sentenceOf(failure));
      setBusy(false);
    }
  };
  return { form, change, refusal, busy, send };
}
