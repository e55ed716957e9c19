import type { DeliveryView, StaffLeadDetail, TaskView } from '@guihu/shared';
import { useCallback, useState } from 'react';
import { sentenceOf } from '@/platform/api-problem';
import { callPhone } from '@/platform/contact';
import { say } from '@/platform/feedback';
import { type Resource, useResource } from '@/platform/use-resource';
import { useVerbs, type Verbs } from '@/platform/use-verbs';
import { server } from '@/session';

export interface LeadPage {
  lead: Resource<StaffLeadDetail>;
  tasks: Resource<{ items: TaskView[] }>;
  deliveries: Resource<{ items: DeliveryView[] }>;
  verbs: Verbs;
  /** The whole number, once it was asked for. */
  phone: string | null;
  reveal: () => Promise<void>;
  /** One tap: asks for the number when it is not known yet, then dials. */
  call: () => Promise<void>;
  reload: () => Promise<void>;
}

/** One lead with everything its page shows and does; `changed` is told after each verb that was done. */
export function useLeadPage(id: string, changed?: () => void): LeadPage {
  const lead = useResource(id ? `staff-lead:${id}` : null, () => server.staffLeads.detail(id));
  const tasks = useResource(id ? `lead-tasks:${id}` : null, () => server.staffLeads.tasks(id));
  const deliveries = useResource(id ? `lead-deliveries:${id}` : null, () => server.staffLeads.deliveries(id));
  const [phone, setPhone] = useState<string | null>(null);
  const reload = useCallback(async () => {
    await Promise.all([lead.reload(), tasks.reload(), deliveries.reload()]);
  }, [lead.reload, tasks.reload, deliveries.reload]);
  const verbs = useVerbs(async () => {
    await reload();
    changed?.();
  });

  const ask = async (): Promise<string | null> => {
    if (phone) return phone;
    try {
      const answer = await server.staffLeads.revealPhone(id);
      setPhone(answer.phone);
      void lead.reload();
      return answer.phone;
    } catch (failure) {
      say(sentenceOf(failure));
      void lead.reload();
      return null;
    }
  };
  const reveal = async () => void (await ask());
  const call = async () => {
    const number = await ask();
    if (number) callPhone(number);
  };
  return { lead, tasks, deliveries, verbs, phone, reveal, call, reload };
}

/** Whether the lead was here and is no longer this person's to see. */
export function isGone({ failure }: Pick<Resource<unknown>, 'failure'>): boolean {
  return failure?.kind === 'missing' || failure?.kind === 'forbidden';
}
