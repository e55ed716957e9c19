import { Card } from '@/components/card/card';
import { LeadRow } from '@/components/lead-row/lead-row';
import { Section } from '@/components/section/section';
import { go } from '@/platform/navigation';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';

/** Leads that nobody took: the leader decides, by handing them to somebody. */
export function EscalatedSection({ projectId, now }: { projectId: string; now: number }) {
  const leads = useResource(`escalated:${projectId}`, () => server.staffLeads.list({ status: 'escalated', projectId }));
  const items = leads.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title="等你指定同事" note="几次无人接单，点开后转给合适的同事">
      <Card flush>
        {items.map((lead) => (
          <LeadRow key={lead.id} lead={lead} now={now} onTap={() => go('lead', { id: lead.id })} />
        ))}
      </Card>
    </Section>
  );
}
