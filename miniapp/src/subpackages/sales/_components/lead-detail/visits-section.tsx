import { sayTime } from '@guihu/shared';
import { Card } from '@/components/card/card';
import { Section } from '@/components/section/section';
import { ViewingRow } from '@/components/viewing-row/viewing-row';
import { go } from '@/platform/navigation';
import { useResource } from '@/platform/use-resource';
import { may, server, useSession } from '@/session';

interface Props {
  leadId: string;
  now: number;
}

const MOST_SHOWN = 5;

/** When this customer comes and came. A lead is read without it where visits may not be seen. */
export function VisitsSection({ leadId, now }: Props) {
  const { me } = useSession();
  const visits = useResource(may(me, 'viewing.read') ? `lead-viewings:${leadId}` : null, () =>
    server.staffViewings.list({ leadId, limit: MOST_SHOWN }),
  );
  const items = visits.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title="带看">
      <Card flush>
        {items.map((visit) => (
          <ViewingRow
            key={visit.id}
            viewing={visit}
            now={now}
            withHost
            when={sayTime(Date.parse(visit.startsAt), now)}
            onTap={() => go('staffViewing', { id: visit.id })}
          />
        ))}
      </Card>
    </Section>
  );
}
