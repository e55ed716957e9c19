import { View } from '@tarojs/components';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { ChipGroup } from '@/components/chip-group/chip-group';
import { FailureNote } from '@/components/failure-note/failure-note';
import { Field } from '@/components/field/field';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Segments } from '@/components/segments/segments';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useParams } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import type { RouteParams } from '@/platform/routes';
import { useResource } from '@/platform/use-resource';
import { server, useMyProjects, useSession } from '@/session';
import { ChannelField } from '../../_components/channel-field/channel-field';
import { DeskResult } from '../../_components/desk-result/desk-result';
import { WhoFields } from '../../_components/who-fields/who-fields';
import { useDuplicateProbe } from '../../_hooks/use-duplicate-probe';
import { useWalkIn } from './_hooks/use-walk-in';
import { PARTY_SIZES } from './_lib/walk-in-form';
import { sayReceived } from './_lib/walk-in-words';
import './index.scss';

/** Somebody without a booking stands at the door: a name, a number, one tap. */
export default function WalkInPage() {
  const asked = useParams<RouteParams['walkIn']>();
  const { me } = useSession();
  const channels = useResource('channels', server.projects.channels, { kept: true });
  const mine = useMyProjects();
  const projects = mine.data ?? [];
  const entry = useWalkIn(asked.projectId ?? projects[0]?.id ?? null);
  const { form, change, faults, failure, busy, receipt } = entry;
  const probe = useDuplicateProbe(form.projectId, form.phone);
  if (receipt)
    return (
      <PageFrame width="form">
        <DeskResult
          {...sayReceived(receipt, me?.staffId ?? null)}
          number={receipt.number}
          way={{ text: '看这次带看', onTap: () => go('staffViewing', { id: receipt.id }) }}
          onNext={entry.next}
        />
      </PageFrame>
    );
  return (
    <PageFrame
      of={mine.status === 'ready' ? channels : { ...mine, data: null }}
      width="form"
      skeleton={<Skeleton cards={3} lines={2} />}
      bottom={
        <BottomBar>
          <Button text="登记并签到" busy={busy} onTap={entry.send} />
        </BottomBar>
      }
    >
      {({ items }) => (
        <View className="walk-in">
          {projects.length > 1 ? (
            <Segments
              items={projects.map(({ id, name }) => ({ value: id, label: name }))}
              chosen={form.projectId ?? ''}
              onChange={(projectId) => change({ projectId })}
            />
          ) : null}
          {failure ? <FailureNote text={failure} /> : null}
          <WhoFields name={form.name} phone={form.phone} faults={faults} known={probe?.message} onChange={change} />
          <Field label="一起来了几位">
            <ChipGroup
              chips={PARTY_SIZES}
              chosen={[String(form.partySize)]}
              onChange={([size]) => change({ partySize: Number(size ?? form.partySize) })}
            />
          </Field>
          <ChannelField channels={items} chosen={form.channelCode} optional onChange={(channelCode) => change({ channelCode })} />
        </View>
      )}
    </PageFrame>
  );
}
