import { sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { ConsentFields } from '@/components/consent-fields/consent-fields';
import { Field } from '@/components/field/field';
import { EmptyState } from '@/components/notice/empty-state';
import { Loaded, PageFrame } from '@/components/page-frame/page-frame';
import { RefusalLine } from '@/components/refusal-line/refusal-line';
import { Sheet } from '@/components/sheet/sheet';
import { Skeleton } from '@/components/skeleton/skeleton';
import { Stepper } from '@/components/stepper/stepper';
import { useNow } from '@/platform/clock';
import { usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import { OwnersOnly } from '../../_components/owners-only';
import { useAgreement } from '../../_hooks/use-agreement';
import { useOwnedHomes } from '../../_hooks/use-owned-homes';
import { EventCard } from './_components/event-card';
import { useEvents } from './_hooks/use-events';
import { useSignUp } from './_hooks/use-sign-up';

const MOST_COMING = 10;

/** What neighbours do together, and signing up for it; nothing here is about buying a flat (K8). */
export default function EventsPage() {
  const homes = useOwnedHomes();
  const events = useEvents(homes.data);
  const agreement = useAgreement();
  const form = useSignUp(events.reload);
  const now = useNow(60_000);
  usePullRefresh(() => Promise.all([homes.reload(), events.reload()]));
  const { event } = form;
  const asked = agreement.data;
  return (
    <PageFrame
      of={homes}
      now={now}
      width="form"
      skeleton={<Skeleton cards={2} lines={3} />}
      over={
        <Sheet
          open={form.open}
          title={event?.title ?? ''}
          onClose={form.close}
          foot={
            asked && event ? (
              <Button text={event.bookable ? '确认报名' : '确认候补'} block busy={form.busy} onTap={() => void form.send(asked)} />
            ) : null
          }
        >
          <View className="stack">
            {event ? <View>{`${event.projectName} · ${sayTime(Date.parse(event.startsAt), now)}`}</View> : null}
            {event?.bookable ? (
              <Field label="家里几位一起来">
                <Stepper value={form.partySize} least={1} most={MOST_COMING} unit="位" label="人数" onChange={form.setPartySize} />
              </Field>
            ) : null}
            {asked && !asked.stands ? (
              <ConsentFields policy={asked.policy} agreed={form.agreed} onChange={form.setAgreed} onRead={() => go('policy')} />
            ) : null}
            {form.refusal ? <RefusalLine sentence={form.refusal} /> : null}
          </View>
        </Sheet>
      }
    >
      {(owned) =>
        owned.length === 0 ? (
          <OwnersOnly />
        ) : (
          <Loaded of={events} skeleton={<Skeleton cards={2} lines={3} />}>
            {(items) => (
              <View className="stack">
                {items.length === 0 ? <EmptyState title="近两个月没有活动" text="有新活动会在这里开放报名" /> : null}
                {items.map((each) => (
                  <EventCard key={each.id} event={each} now={now} onSignUp={() => form.begin(each)} />
                ))}
                <Button text="我报名的活动" kind="quiet" onTap={() => go('myViewings')} />
              </View>
            )}
          </Loaded>
        )
      }
    </PageFrame>
  );
}
