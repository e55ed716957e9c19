import { View } from '@tarojs/components';
import { Segments } from '../segments/segments';

interface Props {
  /** The session's project choice has this shape. */
  project: {
    projects: { data: readonly { id: string; name: string }[] | null };
    id: string;
    choose: (id: string) => void;
  };
}

/** Which project is looked at; nothing for whoever works for one only. */
export function ProjectPick({ project }: Props) {
  const choices = project.projects.data ?? [];
  if (choices.length < 2) return null;
  return (
    <View style={{ maxWidth: '480px', marginBottom: '12px' }}>
      <Segments items={choices.map(({ id, name }) => ({ value: id, label: name }))} chosen={project.id} onChange={project.choose} />
    </View>
  );
}
