import type { ProjectDetail } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Elevation } from '@/components/elevation/elevation';
import { Icon } from '@/components/icon/icon';
import { MoneyText } from '@/components/money-text/money-text';
import { projectLine } from '../_lib/layout-words';
import './project-head.scss';

/** What the place is: its picture, name, promise and from how much. */
export function ProjectHead({ project, wide }: { project: ProjectDetail; wide: boolean }) {
  return (
    <View className={`project-head ${wide ? 'project-head--wide' : ''}`}>
      <View className="project-head__picture">
        <Elevation buildings={project.buildings} ratio={375 / 210} />
      </View>
      <View className="project-head__words">
        <View className="t-title">{project.name}</View>
        <View className="t-body ink-2">{project.slogan}</View>
        <View className="project-head__price">
          <View className="t-figure project-head__figure">
            <MoneyText fen={project.priceFrom} short after="起" />
          </View>
          <View className="t-note ink-2 tabular">{projectLine(project)}</View>
        </View>
        <View className="project-head__tags">
          {project.tags.map((tag) => (
            <View key={tag} className="project-head__tag t-note">
              <Icon name="check" size={1} />
              <View>{tag}</View>
            </View>
          ))}
        </View>
        <View className="project-head__about t-body">{project.description}</View>
      </View>
    </View>
  );
}
