import type { HostChoice } from '@guihu/shared';

/** One selling colleague, as they stand at the time of a visit. */
export interface HostFacts {
  staffId: string;
  name: string;
  /** At work from the beginning to the end. */
  present: boolean;
  onLeave: boolean;
  /** Receives somebody else then, buffers included. */
  busy: boolean;
  viewingsThatDay: number;
  /** Start of the latest visit before that day, epoch ms; null when there was none. */
  lastAt: number | null;
}

export interface HostQuestion {
  /** Who serves this customer, and so receives them. */
  sticky: { staffId: string; name: string } | null;
  candidates: readonly HostFacts[];
}

export interface HostOrder {
  /** Whom to try, best first. */
  line: string[];
  /** The choice in words, once it is known who was really free. `taken` became busy while we asked. */
  explain(chosenId: string | null, taken?: readonly string[]): HostChoice;
}

/** Why this colleague cannot receive the visitor; null when they can. */
export function dropOf(c: HostFacts): string | null {
  if (c.onLeave) return '那时请假';
  if (!c.present) return '那时不在班';
  return c.busy ? '那时已有接待' : null;
}

/**
 * Who receives the visitor (F4, C9): whoever serves them, else whoever has the fewest visits that day, then whoever received
 * nobody for longest. Same facts, same answer; the order of candidates is nothing.
 */
export function orderHosts({ sticky, candidates }: HostQuestion): HostOrder {
  const sorted = [...candidates].sort(
    (a, b) => a.viewingsThatDay - b.viewingsThatDay || (a.lastAt ?? 0) - (b.lastAt ?? 0) || (a.staffId < b.staffId ? -1 : 1),
  );
  const free = sorted.filter((c) => dropOf(c) === null);
  const own = free.find((c) => c.staffId === sticky?.staffId);
  const line = [...(own ? [own] : []), ...free.filter((c) => c !== own)].map((c) => c.staffId);
  return { line, explain: (chosenId, taken = []) => explained(sticky, sorted, chosenId, new Set(taken)) };
}

function explained(
  sticky: HostQuestion['sticky'],
  sorted: readonly HostFacts[],
  chosenId: string | null,
  taken: ReadonlySet<string>,
): HostChoice {
  const dropped = (c: HostFacts) => dropOf(c) ?? (taken.has(c.staffId) ? '刚刚被约走' : null);
  const chosen = sorted.find((c) => c.staffId === chosenId) ?? null;
  const how = chosen && chosen.staffId === sticky?.staffId ? 'sticky' : 'chosen';
  const sentences = sticky ? [saySticky(sticky, sorted, chosen, dropped)] : ['这位客户还没有专属顾问，按公平原则安排'];
  for (const c of sorted) {
    const said = dropped(c) ?? `当天 ${c.viewingsThatDay} 次接待${c === chosen ? '，选中' : ''}`;
    if (how === 'chosen') sentences.push(`${c.name}：${said}`);
  }
  if (how === 'chosen') {
    sentences.push(chosen ? `由${chosen.name}接待：当天接待最少、距上次接待最久` : '那时没有空闲的同事');
  }
  return {
    how,
    chosen: chosen ? { id: chosen.staffId, name: chosen.name } : null,
    candidates: sorted.map((c) => ({
      staffId: c.staffId,
      name: c.name,
      chosen: c === chosen,
      dropped: dropped(c),
      viewingsThatDay: c.viewingsThatDay,
    })),
    sentences,
  };
}

function saySticky(
  sticky: NonNullable<HostQuestion['sticky']>,
  sorted: readonly HostFacts[],
  chosen: HostFacts | null,
  dropped: (c: HostFacts) => string | null,
): string {
  if (chosen?.staffId === sticky.staffId) return `${chosen.name}正在服务这位客户，由${chosen.name}接待`;
  const own = sorted.find((c) => c.staffId === sticky.staffId);
  return own ? `${own.name}正在服务这位客户，但${dropped(own) ?? '未能安排'}` : `${sticky.name}正在服务这位客户，但不在本楼盘接待`;
}

/** Where one host receives everybody. */
export function eventChoice(host: { id: string; name: string } | null, why: string): HostChoice {
  const candidates = host ? [{ staffId: host.id, name: host.name, chosen: true, dropped: null, viewingsThatDay: 0 }] : [];
  return { how: 'event', chosen: host, candidates, sentences: [why] };
}
