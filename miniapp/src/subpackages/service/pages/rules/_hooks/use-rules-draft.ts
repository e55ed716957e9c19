import type { DispatchRuleSet } from '@guihu/shared';
import { useVersionedDraft, type VersionedDraft } from '@/platform/use-versioned-draft';
import { server } from '@/session';
import type { RulesDraft } from '../_lib/rule-list';

export type RulesEditor = VersionedDraft<RulesDraft>;

/** A draft of how a project's orders are given out and by when they must be done. */
export function useRulesDraft(current: DispatchRuleSet | null, onPublished: () => Promise<void>): RulesEditor | null {
  const inForce = current && {
    projectId: current.projectId,
    version: current.version,
    content: { rules: current.rules, settings: current.settings },
  };
  return useVersionedDraft<RulesDraft>(inForce, {
    name: 'dispatch-rules',
    publish: (projectId, basedOn, draft) => server.serviceDesk.publishRules({ projectId, basedOn, ...draft }),
    said: (version) => `已发布第 ${version} 版，新工单按它派`,
    onPublished,
  });
}
