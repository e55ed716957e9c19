import type { StaffViewingDetail } from '@guihu/shared';
import { type RevealedPhone, usePhoneReveal } from '@/platform/use-phone-reveal';
import { type Resource, useResource } from '@/platform/use-resource';
import { useVerbs, type Verbs } from '@/platform/use-verbs';
import { server } from '@/session';

export interface ViewingPage extends RevealedPhone {
  viewing: Resource<StaffViewingDetail>;
  verbs: Verbs;
}

/** One visit with everything its page shows and does; `changed` is told after each verb that was done. */
export function useViewingPage(id: string, changed?: () => void): ViewingPage {
  const viewing = useResource(id ? `staff-viewing:${id}` : null, () => server.staffViewings.detail(id));
  // The number belongs to the lead: who may see it there may see it here, and asking is on the same record.
  const number = usePhoneReveal(() => server.staffLeads.revealPhone(viewing.data?.leadId ?? ''), viewing.reload);
  const verbs = useVerbs(async () => {
    await viewing.reload();
    changed?.();
  });
  return { viewing, verbs, ...number };
}
