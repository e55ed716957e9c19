import type { SiteDay } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { Section } from '@/components/section/section';
import { SitePosts } from '../../../_components/site-posts/site-posts';
import './on-site.scss';

interface Props {
  sites: readonly SiteDay[];
  today: boolean;
  /** Null for whoever may not plan. */
  onPlan: ((projectId?: string) => void) | null;
}

/** Who keeps the sales office running on this day, and where nobody does although visitors come (F11). */
export function OnSite({ sites, today, onPlan }: Props) {
  if (sites.length === 0 && !onPlan) return null;
  const gaps = sites.flatMap((site) => site.gaps.map(({ text }) => (sites.length > 1 ? `${site.projectName} ${text}` : text)));
  return (
    <Section
      title={today ? '今日在岗' : '当日在岗'}
      aside={onPlan ? <Button text="排班" kind="quiet" onTap={() => onPlan(sites[0]?.projectId)} /> : undefined}
    >
      <Card>
        {gaps.map((text) => (
          <View key={text} className="on-site__gap">
            <Icon name="late" />
            <View className="grow">{text}</View>
          </View>
        ))}
        {sites.map(({ projectId, projectName, posts }) => (
          <View key={projectId} className="on-site__project">
            {sites.length > 1 ? <View className="t-note ink-2">{projectName}</View> : null}
            {posts.length > 0 ? <SitePosts posts={posts} /> : <View className="ink-2">没有安排现场人员</View>}
          </View>
        ))}
        {sites.length === 0 ? <View className="ink-2">还没有安排保洁、安保和样板间管家</View> : null}
      </Card>
    </Section>
  );
}
