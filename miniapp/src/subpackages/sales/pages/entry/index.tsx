import { Cell, CellGroup } from '@/components/cell/cell';
import { PageFrame } from '@/components/page-frame/page-frame';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';

export default function EntryPage() {
  const channels = useResource('channels', server.projects.channels, { kept: true });
  return (
    <PageFrame of={channels} width="form">
      {({ items }) => (
        <CellGroup>
          {items.map((channel) => (
            <Cell key={channel.code} title={channel.name} end={channel.rootName} />
          ))}
        </CellGroup>
      )}
    </PageFrame>
  );
}
