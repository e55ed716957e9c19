import type { ProjectSummary } from '@guihu/shared';

/**
 * The projects somebody works for, out of all that are on show. `belongs` answers for one of them, and rejects when it cannot tell:
 * then the project is offered, and the server has the last word.
 */
export async function projectsOf(
  all: readonly ProjectSummary[],
  belongs: (projectId: string) => Promise<boolean>,
): Promise<ProjectSummary[]> {
  const mine = await Promise.all(all.map(({ id }) => belongs(id).catch(() => true)));
  return all.filter((_, at) => mine[at]);
}
