import type { LiveCodeKind, StaffLiveCode } from '@guihu/shared';
import { useContext, useState } from 'react';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ListEnd } from '@/components/list-end/list-end';
import { ListHead } from '@/components/list-head/list-head';
import { EmptyState } from '@/components/notice/empty-state';
import { Loaded, PageFrame } from '@/components/page-frame/page-frame';
import { PageSettings } from '@/components/page-frame/page-settings';
import { ProjectPick } from '@/components/project-pick/project-pick';
import { Segments } from '@/components/segments/segments';
import { Skeleton } from '@/components/skeleton/skeleton';
import { SplitView } from '@/components/split-view/split-view';
import { useNow } from '@/platform/clock';
import { useEndReached, usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import { usePagedResource } from '@/platform/use-paged-resource';
import { useResource } from '@/platform/use-resource';
import { may, server, useProjectChoice, useSession } from '@/session';
import { ALL, CODE_VIEWS } from '../../_lib/code-words';
import { CodeRow } from './_components/code-row';
import { DeskCode } from './_components/desk-code';
import { MakeSheet } from './_components/make-sheet';
import './index.scss';

/** Live codes (A4): one for each place where somebody may scan, so that it is known what each place brings. */
export default function CodesPage() {
  const { me } = useSession();
  const { wide } = useContext(PageSettings);
  const project = useProjectChoice();
  const [kind, setKind] = useState(ALL);
  const [chosen, setChosen] = useState<string | null>(null);
  const [making, setMaking] = useState(false);
  const { id: projectId } = project;
  const codes = usePagedResource<StaffLiveCode>(projectId ? `live-codes:${projectId}:${kind}` : null, (cursor) =>
    server.staffCodes.list({ projectId, ...(kind === ALL ? {} : { kind: kind as LiveCodeKind }), cursor }),
  );
  const channels = useResource('channels', () => server.projects.channels(), { kept: true });
  const now = useNow(60_000);
  usePullRefresh(codes.reload);
  useEndReached(codes.more);
  const items = codes.data ?? [];
  const most = Math.max(1, ...items.map(({ scans }) => scans));
  const shown = wide ? (items.find(({ id }) => id === chosen) ?? items[0] ?? null) : null;
  const mayMake = may(me, 'live-code.edit') && projectId !== '';
  const open = (id: string) => (wide ? setChosen(id) : go('code', { id }));
  const list = (
    <>
      <ListHead>
        <Segments items={CODE_VIEWS} chosen={kind} onChange={setKind} />
        {wide && mayMake ? <Button text="新建活码" icon="plus" kind="plain" onTap={() => setMaking(true)} /> : null}
      </ListHead>
      <Loaded of={projectId ? codes : { ...project.projects, data: null }} skeleton={<Skeleton cards={4} lines={3} />}>
        {items.length === 0 && codes.atEnd ? (
          <EmptyState title="还没有活码" text="给每个渠道、活动做一个码，扫码和留资都会记在它名下" />
        ) : (
          <>
            <Card flush>
              {items.map((code) => (
                <CodeRow key={code.id} code={code} most={most} now={now} on={code.id === shown?.id} onTap={() => open(code.id)} />
              ))}
            </Card>
            <ListEnd list={codes} count={`共 ${items.length} 个`} />
          </>
        )}
      </Loaded>
    </>
  );
  return (
    <PageFrame
      width="desk"
      head={<ProjectPick project={project} />}
      bottom={
        mayMake && !wide ? (
          <BottomBar>
            <Button text="新建活码" icon="plus" onTap={() => setMaking(true)} />
          </BottomBar>
        ) : null
      }
      over={
        <MakeSheet
          open={making}
          projectId={projectId}
          channels={channels.data?.items ?? []}
          now={now}
          onMade={async (made) => {
            setMaking(false);
            await codes.reload();
            open(made.id);
          }}
          onClose={() => setMaking(false)}
        />
      }
    >
      <SplitView list={list} detail={<DeskCode key={shown?.id ?? ''} code={shown} now={now} onChanged={codes.reload} />} />
    </PageFrame>
  );
}
