import type { ProjectSummary } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Elevation } from '@/components/elevation/elevation';
import { Icon } from '@/components/icon/icon';
import { MoneyText } from '@/components/money-text/money-text';
import { Tap } from '@/components/tap/tap';
import { areaRange, placeOf, typesOf } from '../_lib/project-words';
import './project-card.scss';

interface Props {
  project: ProjectSummary;
  onOpen: () => void;
  onBook: () => void;
  onLeaveDetails: () => void;
}

/** One project as people choose between them: what it looks like, where, from how much. */
export function ProjectCard({ project, onOpen, onBook, onLeaveDetails }: Props) {
  return (
    <Card flush className="project-card">
      <Tap label={`查看${project.name}`} onTap={onOpen}>
        <Elevation buildings={project.buildings} />
        <View className="project-card__words">
          <View className="project-card__name t-section">{project.name}</View>
          <View className="project-card__place t-note ink-2">
            <Icon name="place" size={1.1} />
            <View className="one-line">{placeOf(project)}</View>
          </View>
          <View className="t-note ink-2 project-card__slogan">{project.slogan}</View>
          <View className="t-note tabular project-card__slogan">{`${typesOf(project)} · 建面 ${areaRange(project)}`}</View>
          <View className="project-card__tags">
            {project.tags.map((tag) => (
              <View key={tag} className="project-card__tag t-small">
                {tag}
              </View>
            ))}
          </View>
        </View>
      </Tap>
      <View className="project-card__foot">
        <View className="project-card__price">
          <MoneyText fen={project.priceFrom} short after="起" />
        </View>
        <View className="project-card__ways">
          <Button kind="plain" text="留下联系方式" onTap={onLeaveDetails} />
          <Button text="预约看房" onTap={onBook} />
        </View>
      </View>
    </Card>
  );
}
