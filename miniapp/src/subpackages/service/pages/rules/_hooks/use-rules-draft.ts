import type { DispatchRuleSet } from '@guihu/shared';
import { useState } from 'react';
import { ApiProblem, sentenceOf } from '@/platform/api-problem';
import { say } from '@/platform/feedback';
import { useDraft } from '@/platform/use-draft';
import { server } from '@/session';
import { isChanged, type RulesDraft } from '../_lib/rule-list';

interface Kept {
  draft: RulesDraft | null;
  /** The version the draft was made from. */
  basedOn: number | null;
}

const NOTHING: Kept = { draft: null, basedOn: null };
/** Drafts by project. */
const NO_DRAFTS: Record<string, Kept> = {};

export interface RulesEditor extends RulesDraft {
  changed: boolean;
  change: (part: Partial<RulesDraft>) => void;
  discard: () => void;
  publish: () => Promise<void>;
  busy: boolean;
  /** What the server found wrong with the draft. */
  failure: string | null;
  /** Somebody published meanwhile: the draft was made from an older version. */
  outdated: boolean;
  /** Keeps the draft and lets it take the place of what somebody else published. */
  goOn: () => void;
}

/**
 * A draft of a project's rules, kept on this device until it is published or given up. `current` is what is in force; null while
 * it is not known, and then there is nothing to edit.
 */
export function useRulesDraft(current: DispatchRuleSet | null, onPublished: () => Promise<void>): RulesEditor | null {
  const drafts = useDraft('dispatch-rules', NO_DRAFTS);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [conflict, setConflict] = useState(false);
  if (!current) return null;
  const { projectId, version } = current;
  const { draft, basedOn } = drafts.value[projectId] ?? NOTHING;
  const shown = draft ?? { rules: current.rules, settings: current.settings };
  const changed = draft !== null && isChanged(draft, current);
  const keep = (kept: Kept) => {
    setFailure(null);
    setConflict(false);
    drafts.change({ [projectId]: kept });
  };
  const publish = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const published = await server.serviceDesk.publishRules({ projectId, basedOn: basedOn ?? version, ...shown });
      keep(NOTHING);
      say(`已发布第 ${published.version} 版，新工单按它派`);
      await onPublished();
    } catch (cause) {
      if (cause instanceof ApiProblem && cause.code === 'rule.version-conflict') {
        setConflict(true);
        await onPublished();
      } else setFailure(sentenceOf(cause));
    } finally {
      setBusy(false);
    }
  };
  return {
    ...shown,
    changed,
    change: (part) => keep({ draft: { ...shown, ...part }, basedOn: basedOn ?? version }),
    discard: () => keep(NOTHING),
    publish,
    busy,
    failure,
    outdated: changed && (conflict || (basedOn !== null && basedOn < version)),
    goOn: () => keep({ draft: shown, basedOn: version }),
  };
}
