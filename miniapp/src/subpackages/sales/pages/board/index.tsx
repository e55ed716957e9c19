import { Cell, CellGroup } from '@/components/cell/cell';
import { PageFrame } from '@/components/page-frame/page-frame';
import { useParams, usePullRefresh } from '@/platform/lifecycle';
import type { RouteParams } from '@/platform/routes';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';

/** The board of the project asked for, or of the first one. */
async function fetchBoard(projectId?: string) {
  const wanted = projectId ?? (await server.projects.list()).items[0]?.id;
  return wanted ? server.staffLeads.board(wanted) : null;
}

export default function BoardPage() {
  const { projectId } = useParams<RouteParams['board']>();
  const board = useResource(`lead-board:${projectId ?? ''}`, () => fetchBoard(projectId));
  usePullRefresh(board.reload);
  return (
    <PageFrame
      of={board}
      width="desk"
      empty={{ when: (data) => !data?.people.length, title: '还没有团队成员', text: '为楼盘安排置业顾问后会显示在这里' }}
    >
      {(data) => (
        <CellGroup>
          {data?.people.map((person) => (
            <Cell key={person.id} title={person.name} note={person.teamName ?? ''} end={`${person.open} / ${person.capacity}`} />
          ))}
        </CellGroup>
      )}
    </PageFrame>
  );
}
