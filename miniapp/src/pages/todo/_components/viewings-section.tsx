import { beijingDate, type Me, type StaffViewing, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Section } from '@/components/section/section';
import { ViewingRow } from '@/components/viewing-row/viewing-row';
import { go } from '@/platform/navigation';
import { useLiveRefresh } from '@/platform/use-live-refresh';
import { type Resource, useResource } from '@/platform/use-resource';
import { may, server } from '@/session';
import { nextVisits } from '../_lib/visits';

export interface VisitsOfDay {
  today: StaffViewing[];
  /** Came on whatever day and have no feedback yet. */
  owed: StaffViewing[];
}

/** The visits somebody receives today, and what they owe of earlier ones; nothing for whoever receives nobody. */
export function useVisitsOfDay(me: Me, present: number): Resource<VisitsOfDay> {
  const date = beijingDate(present);
  const day = useResource(may(me, 'viewing.receive') ? `visits-of-day:${date}` : null, async () => {
    const [today, owed] = await Promise.all([
      server.staffViewings.list({ view: 'mine', day: date, limit: 50 }),
      server.staffViewings.list({ view: 'owed', limit: 20 }),
    ]);
    return { today: today.items, owed: owed.items } satisfies VisitsOfDay;
  });
  useLiveRefresh(day.reload, null);
  return day;
}

const MOST_SHOWN = 4;

/** Who comes today, the next first, and the feedback that is owed. */
export function ViewingsSection({ day, now }: { day: VisitsOfDay; now: number }) {
  const next = nextVisits(day.today, now);
  const owed = day.owed.filter(({ id }) => !next.some((visit) => visit.id === id));
  const all = <Button text="全天日程" kind="quiet" onTap={() => go('staffViewings', { view: 'mine' })} />;
  return (
    <View>
      {next.length > 0 ? (
        <Section title={`今天的带看 ${next.length}`} aside={all}>
          <Card flush>
            {next.slice(0, MOST_SHOWN).map((visit) => (
              <ViewingRow key={visit.id} viewing={visit} now={now} onTap={() => go('staffViewing', { id: visit.id })} />
            ))}
          </Card>
        </Section>
      ) : null}
      {owed.length > 0 ? (
        <Section title={`待填带看反馈 ${owed.length}`}>
          <Card flush>
            {owed.map((visit) => (
              <ViewingRow
                key={visit.id}
                viewing={visit}
                now={now}
                when={sayTime(Date.parse(visit.startsAt), now)}
                onTap={() => go('viewingFeedback', { id: visit.id })}
              />
            ))}
          </Card>
        </Section>
      ) : null}
    </View>
  );
}
