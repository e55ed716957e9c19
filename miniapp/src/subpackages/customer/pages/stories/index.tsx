import { beijingDate, type PublishedStory } from '@guihu/shared';
import { View } from '@tarojs/components';
import { ListEnd } from '@/components/list-end/list-end';
import { PageFrame } from '@/components/page-frame/page-frame';
import { photoTile } from '@/components/photo-grid/photo-tile';
import { Skeleton } from '@/components/skeleton/skeleton';
import { StoryCard } from '@/components/story-card/story-card';
import { now } from '@/platform/clock';
import { fileAddress } from '@/platform/environment';
import { useEndReached, useParams, usePullRefresh, useShare } from '@/platform/lifecycle';
import { viewPhotos } from '@/platform/media-viewer';
import { addressOf, type RouteParams } from '@/platform/routes';
import { usePagedResource } from '@/platform/use-paged-resource';
import { server } from '@/session';

/** What those who live here tell, for everybody (K9). */
export default function StoriesPage() {
  const { id = '' } = useParams<RouteParams['stories']>();
  const stories = usePagedResource<PublishedStory>(`stories:${id}`, (cursor) => server.stories.published(id, cursor), { kept: true });
  usePullRefresh(stories.reload);
  useEndReached(stories.more);
  useShare(() => ({ title: '住在这里的人怎么说', path: addressOf('stories', { id }) }));
  return (
    <PageFrame
      of={stories}
      now={now()}
      width="form"
      skeleton={<Skeleton cards={3} lines={3} />}
      empty={{ when: (items) => items.length === 0 && stories.atEnd, title: '还没有业主故事', text: '业主写的故事审核后会在这里展示' }}
    >
      {(items) => (
        <View className="stack">
          {items.map((story) => (
            <StoryCard
              key={story.id}
              story={story}
              when={beijingDate(Date.parse(story.publishedAt))}
              photos={story.photos.map((photo) => photoTile(photo, fileAddress))}
              onPhoto={(photoId) => viewPhotos(story.photos, photoId)}
            />
          ))}
          <ListEnd list={stories} count={`共 ${items.length} 篇`} />
        </View>
      )}
    </PageFrame>
  );
}
