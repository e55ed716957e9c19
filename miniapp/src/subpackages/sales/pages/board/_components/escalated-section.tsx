import { Card } from '@/components/card/card';
import { LeadRow } from '@/components/lead-row/lead-row';
import { Section } from '@/components/section/section';
import { go } from '@/platform/navigation';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';

interface Props {
  projectId: string;
  now: number;
  /** Keeps its place also with nothing in it. */
  always: boolean;
}

/** Leads that nobody took: the leader decides, by handing them to somebody. */
export function EscalatedSection({ projectId, now, always }: Props) {
  const leads = useResource(`escalated:${projectId}`, () => server.staffLeads.list({ status: 'escalated', projectId }));
  const items = leads.data?.items ?? [];
  if (items.length === 0 && !(always && leads.data)) return null;
  return (
    <Section title="等你指定同事" note="几次无人接单的线索，点开后转给合适的同事">
      {items.length === 0 ? <Card>没有要你指定的线索</Card> : null}
      {items.length > 0 ? (
        <Card flush>
          {items.map((lead) => (
            <LeadRow key={lead.id} lead={lead} now={now} onTap={() => go('lead', { id: lead.id })} />
          ))}
        </Card>
      ) : null}
    </Section>
  );
}
