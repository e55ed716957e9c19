import type { DeliveryView, StaffLeadDetail, TaskView } from '@guihu/shared';
import { useCallback } from 'react';
import { type RevealedPhone, usePhoneReveal } from '@/platform/use-phone-reveal';
import { type Resource, useResource } from '@/platform/use-resource';
import { useVerbs, type Verbs } from '@/platform/use-verbs';
import { server } from '@/session';

export interface LeadPage extends RevealedPhone {
  lead: Resource<StaffLeadDetail>;
  tasks: Resource<{ items: TaskView[] }>;
  deliveries: Resource<{ items: DeliveryView[] }>;
  verbs: Verbs;
  reload: () => Promise<void>;
}

/** One lead with everything its page shows and does; `changed` is told after each verb that was done. */
export function useLeadPage(id: string, changed?: () => void): LeadPage {
  const lead = useResource(id ? `staff-lead:${id}` : null, () => server.staffLeads.detail(id));
  const tasks = useResource(id ? `lead-tasks:${id}` : null, () => server.staffLeads.tasks(id));
  const deliveries = useResource(id ? `lead-deliveries:${id}` : null, () => server.staffLeads.deliveries(id));
  const number = usePhoneReveal(() => server.staffLeads.revealPhone(id), lead.reload);
  const reload = useCallback(async () => {
    await Promise.all([lead.reload(), tasks.reload(), deliveries.reload()]);
  }, [lead.reload, tasks.reload, deliveries.reload]);
  const verbs = useVerbs(async () => {
    await reload();
    changed?.();
  });

  return { lead, tasks, deliveries, verbs, ...number, reload };
}

/** Whether the lead was here and is no longer this person's to see. */
export function isGone({ failure }: Pick<Resource<unknown>, 'failure'>): boolean {
  return failure?.kind === 'missing' || failure?.kind === 'forbidden';
}
