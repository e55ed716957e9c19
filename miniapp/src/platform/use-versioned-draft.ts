import { useState } from 'react';
import { ApiProblem, sentenceOf } from './api-problem';
import { canonical } from './canonical';
import { say } from './feedback';
import { useDraft } from './use-draft';

/** What is in force; the draft is made from its content. */
export interface VersionInForce<C> {
  projectId: string;
  version: number;
  content: C;
}

interface Kept<C> {
  draft: C | null;
  /** The version the draft was made from. */
  basedOn: number | null;
}

export interface VersionedDraft<C> {
  /** The draft where there is one, else what is in force. */
  content: C;
  changed: boolean;
  change: (part: Partial<C>) => void;
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

interface Options<C> {
  /** Names the drafts on this device. */
  name: string;
  publish: (projectId: string, basedOn: number, content: C) => Promise<{ version: number }>;
  /** Said when it was done: `已发布第 3 版，…`. */
  said: (version: number) => string;
  /** What is in force has changed. */
  onPublished: () => Promise<void>;
}

/** Drafts by project. */
const NO_DRAFTS: Record<string, Kept<never>> = {};

/**
 * A draft of a project's rules, kept on this device until it is published or given up. `current` is what is in force; null while
 * it is not known, and then there is nothing to edit.
 */
export function useVersionedDraft<C extends object>(current: VersionInForce<C> | null, options: Options<C>): VersionedDraft<C> | null {
  const drafts = useDraft<Record<string, Kept<C>>>(options.name, NO_DRAFTS);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [conflict, setConflict] = useState(false);
  if (!current) return null;
  const { projectId, version } = current;
  const { draft, basedOn } = drafts.value[projectId] ?? { draft: null, basedOn: null };
  const content = draft ?? current.content;
  const changed = draft !== null && canonical(draft) !== canonical(current.content);
  const keep = (kept: Kept<C>) => {
    setFailure(null);
    setConflict(false);
    drafts.change({ [projectId]: kept });
  };
  const discard = () => keep({ draft: null, basedOn: null });
  const publish = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const published = await options.publish(projectId, basedOn ?? version, content);
      discard();
      say(options.said(published.version));
      await options.onPublished();
    } catch (cause) {
      if (cause instanceof ApiProblem && cause.code === 'rule.version-conflict') {
        setConflict(true);
        await options.onPublished();
      } else setFailure(sentenceOf(cause));
    } finally {
      setBusy(false);
    }
  };
  return {
    content,
    changed,
    change: (part) => keep({ draft: { ...content, ...part }, basedOn: basedOn ?? version }),
    discard,
    publish,
    busy,
    failure,
    outdated: changed && (conflict || (basedOn !== null && basedOn < version)),
    goOn: () => keep({ draft: content, basedOn: version }),
  };
}
