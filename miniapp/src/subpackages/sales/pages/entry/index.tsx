import { View } from '@tarojs/components';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Segments } from '@/components/segments/segments';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useParams } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import type { RouteParams } from '@/platform/routes';
import { useResource } from '@/platform/use-resource';
import { server, useMyProjects } from '@/session';
import { ChannelField } from '../../_components/channel-field/channel-field';
import { DeskResult } from '../../_components/desk-result/desk-result';
import { WhoFields } from '../../_components/who-fields/who-fields';
import { useDuplicateProbe } from '../../_hooks/use-duplicate-probe';
import { GenderPick } from './_components/gender-pick';
import { WishField } from './_components/wish-field';
import { useEntry } from './_hooks/use-entry';
import './index.scss';

/** 到访登记: four fields on one screen, twenty seconds. */
export default function EntryPage() {
  const asked = useParams<RouteParams['entry']>();
  const channels = useResource('channels', server.projects.channels, { kept: true });
  const mine = useMyProjects();
  const projects = mine.data ?? [];
  const entry = useEntry(asked.projectId ?? projects[0]?.id ?? null);
  const { form, change, faults, failure, busy, receipt } = entry;
  const probe = useDuplicateProbe(form.projectId, form.phone);
  if (receipt)
    return (
      <PageFrame width="form">
        <DeskResult
          title={receipt.joined ? '客户已在跟进中' : '登记好了'}
          text={receipt.message}
          number={receipt.receiptNo}
          joined={receipt.joined}
          way={receipt.joined ? null : { text: '看这条线索', onTap: () => go('lead', { id: receipt.id }) }}
          onNext={entry.next}
        />
      </PageFrame>
    );
  return (
    <PageFrame
      of={mine.status === 'ready' ? channels : { ...mine, data: null }}
      width="form"
      skeleton={<Skeleton cards={4} lines={2} />}
      bottom={
        <BottomBar>
          <Button text={probe?.known ? '登记到已有线索' : '登记客户'} busy={busy} onTap={entry.send} />
        </BottomBar>
      }
    >
      {({ items }) => {
        const project = projects.find(({ id }) => id === form.projectId);
        return (
          <View className="entry">
            {projects.length > 1 ? (
              <Segments
                items={projects.map(({ id, name }) => ({ value: id, label: name }))}
                chosen={form.projectId ?? ''}
                onChange={(projectId) => change({ projectId, productType: null })}
              />
            ) : null}
            {failure ? <View className="entry__failure">{failure}</View> : null}
            <WhoFields
              name={form.name}
              phone={form.phone}
              faults={faults}
              known={probe?.message}
              nameEnd={<GenderPick value={form.gender} onChange={(gender) => change({ gender })} />}
              onChange={change}
            />
            <ChannelField
              channels={items}
              chosen={form.channelCode}
              error={faults.channelCode}
              onChange={(channelCode) => change({ channelCode })}
            />
            <WishField
              types={project?.productTypes ?? []}
              type={form.productType}
              text={form.wish}
              onType={(productType) => change({ productType })}
              onText={(wish) => change({ wish })}
            />
          </View>
        );
      }}
    </PageFrame>
  );
}
