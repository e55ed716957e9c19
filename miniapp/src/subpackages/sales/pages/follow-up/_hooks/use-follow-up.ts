import { type LeadLevel, sayTime } from '@guihu/shared';
import { now } from '@/platform/clock';
import { say } from '@/platform/feedback';
import { backOr } from '@/platform/navigation';
import { useSentForm } from '@/platform/use-sent-form';
import { server } from '@/session';
import { faultsOfForm, NEW_FORM, recordOf } from '../_lib/follow-up-form';

/** The record being written about one lead. */
export function useFollowUp(leadId: string) {
  const {
    send,
    restart: _,
    ...shown
  } = useSentForm({
    name: `follow-up:${leadId}`,
    initial: NEW_FORM,
    faultsOf: (form) => faultsOfForm(form, now()),
  });
  return {
    ...shown,
    send: async (level: LeadLevel) => {
      const open = Object.keys(faultsOfForm(shown.form, now())).length;
      if (open > 0) say(`还有 ${open} 项没填好，已在下面标出`);
      const receipt = await send(
        (form) => {
          // Fixed at the first attempt, so that a second one sends the same content under the same key.
          const occurredAt = form.occurredAt ?? now();
          shown.change({ occurredAt });
          return recordOf({ ...form, level: form.level ?? level }, occurredAt);
        },
        (record, key) => server.staffLeads.recordFollowUp(leadId, record, key),
      );
      if (!receipt) return;
      say(`已记录，下次跟进 ${sayTime(Date.parse(receipt.nextAt), now())}`);
      backOr('lead', { id: leadId });
    },
  };
}
