import { VIEWING_KIND_LABELS, VIEWING_KINDS, type ViewingKind } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useContext, useState } from 'react';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { PageFrame } from '@/components/page-frame/page-frame';
import { PageSettings } from '@/components/page-frame/page-settings';
import { ProjectPick } from '@/components/project-pick/project-pick';
import { Skeleton } from '@/components/skeleton/skeleton';
import { SplitView } from '@/components/split-view/split-view';
import { useNow } from '@/platform/clock';
import { usePullRefresh } from '@/platform/lifecycle';
import { useResource } from '@/platform/use-resource';
import { may, server, useProjectChoice, useSession } from '@/session';
import { PlanCard } from './_components/plan-card';
import { PlanForm } from './_components/plan-form';
import { type PlanEditor, usePlanDraft } from './_hooks/use-plan-draft';
import { faultOfPlan } from './_lib/plan-words';
import './index.scss';

/** What keeps the draft from being saved, where the thumb is: the page may be scrolled away from its head. */
function noteOf({ outdated, failure, content }: PlanEditor): string | undefined {
  if (outdated) return '刚被其他人更新了，请到最上方选择保留草稿，还是看新版';
  return failure ?? faultOfPlan(content) ?? undefined;
}

/** When visitors may come, how many at a time, and who receives them: one card for each kind of visit. */
export default function ViewingPlansPage() {
  const { me } = useSession();
  const { wide } = useContext(PageSettings);
  const project = useProjectChoice();
  const { id: projectId } = project;
  const [picked, setPicked] = useState<ViewingKind | null>(null);
  const plans = useResource(projectId ? `viewing-plans:${projectId}` : null, () => server.staffViewings.plans(projectId));
  const now = useNow(60_000);
  usePullRefresh(plans.reload);
  const mayEdit = may(me, 'viewing-plan.edit');
  const kind = picked ?? (wide ? 'viewing' : null);
  const planOf = (of: ViewingKind) => plans.data?.items.find((plan) => plan.kind === of) ?? null;
  const plan = kind ? planOf(kind) : null;
  const editor = usePlanDraft({ projectId, kind: kind ?? 'viewing', plan }, plans.reload);
  const saving =
    kind && mayEdit && editor?.changed ? (
      <BottomBar note={noteOf(editor)} aside={<Button text="放弃草稿" kind="quiet" onTap={editor.discard} />}>
        <Button
          text={`保存第 ${(plan?.version ?? 0) + 1} 版`}
          busy={editor.busy}
          disabled={editor.outdated || faultOfPlan(editor.content) !== null}
          onTap={() => void editor.publish()}
        />
      </BottomBar>
    ) : null;
  const form =
    kind && editor ? (
      <PlanForm key={`${projectId}:${kind}`} projectId={projectId} kind={kind} plan={plan} editor={editor} mayEdit={mayEdit} now={now} />
    ) : null;
  const cards = (
    <View className="plans">
      {VIEWING_KINDS.map((each) => (
        <PlanCard key={each} kind={each} plan={planOf(each)} on={wide && each === kind} onOpen={() => setPicked(each)} />
      ))}
    </View>
  );
  return (
    <PageFrame
      of={projectId ? plans : { ...project.projects, data: null }}
      now={now}
      width="desk"
      skeleton={<Skeleton cards={4} lines={3} />}
      head={
        kind && !wide ? (
          <View className="plans__back">
            <Button text="全部类型" icon="back" kind="quiet" onTap={() => setPicked(null)} />
            <View className="t-section">{VIEWING_KIND_LABELS[kind]}</View>
          </View>
        ) : (
          <ProjectPick project={project} />
        )
      }
      bottom={saving}
    >
      {() => (wide ? <SplitView list={cards} detail={form} /> : (form ?? cards))}
    </PageFrame>
  );
}
