import type { ProjectSummary } from '@guihu/shared';
import { useState } from 'react';
import { useParams } from '@/platform/lifecycle';
import type { Resource } from '@/platform/use-resource';
import { useMyProjects } from './use-my-projects';

export interface ProjectChoice {
  projects: Resource<ProjectSummary[]>;
  /** Empty until it is known which projects somebody works for. */
  id: string;
  choose: (id: string) => void;
}

/** The project a page of the desk speaks of: the one in the address, else the first one works for. */
export function useProjectChoice(): ProjectChoice {
  const asked = useParams<{ projectId: string }>();
  const projects = useMyProjects();
  const [picked, choose] = useState<string | null>(asked.projectId ?? null);
  const known = projects.data ?? [];
  return { projects, id: (known.find(({ id }) => id === picked) ?? known[0])?.id ?? '', choose };
}
