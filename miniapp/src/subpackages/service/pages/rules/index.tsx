import type { DispatchRuleSet } from '@guihu/shared';
import { DraftBar } from '@/components/draft-note/draft-bar';
import { PageFrame } from '@/components/page-frame/page-frame';
import { ProjectPick } from '@/components/project-pick/project-pick';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useNow } from '@/platform/clock';
import { usePullRefresh } from '@/platform/lifecycle';
import { useResource } from '@/platform/use-resource';
import { may, server, useProjectChoice, useSession } from '@/session';
import { RulesEditor } from './_components/rules-editor';
import { useRulesDraft } from './_hooks/use-rules-draft';
import './index.scss';

/** Who gets an order and by when it must be done: read, changed as a draft, tried on the past, published. */
export default function RulesPage() {
  const { me } = useSession();
  const project = useProjectChoice();
  const { id: projectId } = project;
  const rules = useResource(projectId ? `dispatch-rules:${projectId}` : null, async (): Promise<DispatchRuleSet> => {
    const { items } = await server.serviceDesk.rules(projectId);
    return items[0] as DispatchRuleSet;
  });
  const now = useNow(60_000);
  usePullRefresh(rules.reload);
  const editor = useRulesDraft(rules.data, rules.reload);
  const mayEdit = may(me, 'dispatch-rule.edit');
  const bar = mayEdit && editor?.changed ? <DraftBar version={(rules.data?.version ?? 0) + 1} draft={editor} /> : null;
  return (
    <PageFrame
      of={projectId ? rules : { ...project.projects, data: null }}
      now={now}
      width="desk"
      skeleton={<Skeleton cards={4} lines={3} />}
      head={<ProjectPick project={project} />}
      bottom={bar}
    >
      {(current) => (editor ? <RulesEditor key={current.projectId} current={current} editor={editor} mayEdit={mayEdit} now={now} /> : null)}
    </PageFrame>
  );
}
