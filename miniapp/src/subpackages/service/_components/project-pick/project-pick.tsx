import { View } from '@tarojs/components';
import { Segments } from '@/components/segments/segments';
import type { ServiceProject } from '../../_hooks/use-service-project';

/** Which project is looked at; nothing for whoever works for one only. */
export function ProjectPick({ project }: { project: ServiceProject }) {
  const choices = project.projects.data ?? [];
  if (choices.length < 2) return null;
  return (
    <View style={{ maxWidth: '480px', marginBottom: '12px' }}>
      <Segments items={choices.map(({ id, name }) => ({ value: id, label: name }))} chosen={project.id} onChange={project.choose} />
    </View>
  );
}
