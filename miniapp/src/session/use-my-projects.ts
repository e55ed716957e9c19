import type { ProjectSummary } from '@guihu/shared';
import { ApiProblem } from '@/platform/api-problem';
import { type Resource, useResource } from '@/platform/use-resource';
import { projectsOf } from './my-projects';
import { server } from './server';

/** A project of others is refused to whoever asks for its colleagues. */
const worksFor = (projectId: string): Promise<boolean> =>
  server.staff.colleagues(projectId).then(
    () => true,
    (failure) => {
      if (failure instanceof ApiProblem && (failure.status === 404 || failure.status === 403)) return false;
      throw failure;
    },
  );

/** The projects I work for; changes seldom, so that a page opens at once with what it knew. */
export function useMyProjects(): Resource<ProjectSummary[]> {
  return useResource(
    'my-projects',
    async () => {
      const { items } = await server.projects.list();
      return items.length > 1 ? projectsOf(items, worksFor) : items;
    },
    { kept: true },
  );
}
