import type { ViewingKind, ViewingPlan } from '@guihu/shared';
import { useVersionedDraft, type VersionedDraft } from '@/platform/use-versioned-draft';
import { server } from '@/session';
import { contentOf, firstContent, type PlanContent } from '../_lib/plan-content';

export type PlanEditor = VersionedDraft<PlanContent>;

interface Asked {
  projectId: string;
  kind: ViewingKind;
  /** Null where this kind was never offered. */
  plan: ViewingPlan | null;
}

/** A draft of how one kind of visit is offered in one project. */
export function usePlanDraft({ projectId, kind, plan }: Asked, onSaved: () => Promise<void>): PlanEditor | null {
  const inForce = {
    projectId: `${projectId}:${kind}`,
    version: plan?.version ?? 0,
    content: plan ? contentOf(plan) : { ...firstContent(kind), active: false },
  };
  return useVersionedDraft<PlanContent>(inForce, {
    name: 'viewing-plans',
    publish: (_, basedOnVersion, content) => server.staffViewings.savePlan({ ...content, projectId, kind, basedOnVersion }),
    said: (version) => `已保存第 ${version} 版，新的预约按它来`,
    onPublished: onSaved,
  });
}
