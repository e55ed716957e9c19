import { Cell, CellGroup } from '@/components/cell/cell';
import { PageFrame } from '@/components/page-frame/page-frame';
import { useParams, usePullRefresh } from '@/platform/lifecycle';
import type { RouteParams } from '@/platform/routes';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';

export default function BoardPage() {
  const { projectId } = useParams<RouteParams['board']>();
  const board = useResource(`lead-board:${projectId ?? ''}`, () => server.staffLeads.board(projectId));
  usePullRefresh(board.reload);
  return (
    <PageFrame of={board} width="desk">
      {({ people }) => (
        <CellGroup>
          {people.map((person) => (
            <Cell key={person.id} title={person.name} note={person.teamName ?? ''} end={`${person.open} / ${person.capacity}`} />
          ))}
        </CellGroup>
      )}
    </PageFrame>
  );
}
