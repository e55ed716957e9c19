import type { SiteRotaDay } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { SitePosts } from '../../../_components/site-posts/site-posts';

interface Props {
  title: string;
  day: SiteRotaDay;
  /** It is over: to be read only. */
  over: boolean;
  onOpen: () => void;
}

/** One day, and who stands on it. */
export function DayCard({ title, day, over, onOpen }: Props) {
  return (
    <Card className="site-rota__day" label={over ? undefined : `${title}，改排班`} onTap={over ? undefined : onOpen}>
      <View className="row row--between">
        <View className="t-section">{title}</View>
        <View className="row t-note ink-2">
          {over ? '已过去' : day.changed ? '当天单独安排' : ''}
          {over ? null : <Icon name="more" size={1.1} />}
        </View>
      </View>
      {day.posts.length > 0 ? <SitePosts posts={day.posts} /> : <View className="ink-2">没有安排人</View>}
    </Card>
  );
}
