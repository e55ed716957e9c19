import type { HostCandidate, HostChoice } from '@guihu/shared';

/** Whom a visit can be given to: without the present host, those free first, the least busy on top. */
export function hostsInOrder(candidates: readonly HostCandidate[], hostId: string | null): HostCandidate[] {
  return candidates
    .filter(({ staffId }) => staffId !== hostId)
    .sort((a, b) => Number(a.dropped !== null) - Number(b.dropped !== null) || a.viewingsThatDay - b.viewingsThatDay);
}

/** `当天 3 组`, with what stands against them. */
export function hostNote({ viewingsThatDay, dropped }: HostCandidate): string {
  return [viewingsThatDay > 0 ? `当天 ${viewingsThatDay} 组` : '当天还没有安排', dropped].filter(Boolean).join(' · ');
}

const HOW: Readonly<Record<HostChoice['how'], string>> = {
  sticky: '由一直服务的顾问接待',
  chosen: '按当天忙闲安排',
  event: '活动由专人接待',
  'by-hand': '由同事指定',
};

/** The choice as the 为什么 sheet tells it. */
export function tellHost({ how, sentences, candidates }: HostChoice) {
  // Each candidate has a line of their own below.
  const told = sentences.filter((sentence) => !candidates.some(({ name }) => sentence.startsWith(`${name}：`)));
  return {
    short: HOW[how],
    sentences: told.length > 0 ? told : [HOW[how]],
    candidates: [...candidates]
      .sort((a, b) => Number(b.chosen) - Number(a.chosen))
      .map((candidate) => ({ name: candidate.name, chosen: candidate.chosen, text: hostNote(candidate) })),
  };
}
