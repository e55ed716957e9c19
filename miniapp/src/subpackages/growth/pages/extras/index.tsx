import type { StaffExtra } from '@guihu/shared';
import { useState } from 'react';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { PageFrame } from '@/components/page-frame/page-frame';
import { ProjectPick } from '@/components/project-pick/project-pick';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useNow } from '@/platform/clock';
import { usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import { useResource } from '@/platform/use-resource';
import { server, useProjectChoice } from '@/session';
import { ExtraRow } from './_components/extra-row';
import { ExtraSheet } from './_components/extra-sheet';
import './index.scss';

/** What a project offers its owners: put up, changed, taken off, and counted (K11). */
export default function StaffExtrasPage() {
  const project = useProjectChoice();
  const { id: projectId } = project;
  const shelf = useResource(projectId ? `staff-extras:${projectId}` : null, () => server.staffExtras.shelf(projectId));
  const [editing, setEditing] = useState<StaffExtra | null>(null);
  const [open, setOpen] = useState(false);
  const now = useNow(60_000);
  usePullRefresh(shelf.reload);
  const edit = (extra: StaffExtra | null) => {
    setEditing(extra);
    setOpen(true);
  };
  return (
    <PageFrame
      of={projectId ? shelf : { ...project.projects, data: null }}
      now={now}
      width="list"
      skeleton={<Skeleton cards={3} lines={3} />}
      empty={{ when: ({ items }) => items.length === 0, title: '还没有增值服务', text: '新增车位、物业或装修服务，业主在小程序里就能看到' }}
      head={<ProjectPick project={project} />}
      bottom={
        <BottomBar aside={<Button text="业主意向" kind="plain" onTap={() => go('extraInterests', { projectId })} />}>
          <Button text="新增服务" onTap={() => edit(null)} />
        </BottomBar>
      }
      over={<ExtraSheet open={open} projectId={projectId} extra={editing} onKept={shelf.reload} onClose={() => setOpen(false)} />}
    >
      {({ items }) => (
        <Card flush>
          {items.map((extra) => (
            <ExtraRow key={extra.id} extra={extra} onEdit={() => edit(extra)} />
          ))}
        </Card>
      )}
    </PageFrame>
  );
}
