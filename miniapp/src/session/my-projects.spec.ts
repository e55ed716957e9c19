import type { ProjectSummary } from '@guihu/shared';
import { projectsOf } from './my-projects';

const all = ['p1', 'p2', 'p3'].map((id) => ({ id }) as ProjectSummary);

it('leaves out the projects of others, and offers one that nobody could tell about', async () => {
  const belongs = async (id: string) => {
    if (id === 'p3') throw new Error('no network');
    return id === 'p1';
  };
  await expect(projectsOf(all, belongs)).resolves.toEqual([{ id: 'p1' }, { id: 'p3' }]);
});
