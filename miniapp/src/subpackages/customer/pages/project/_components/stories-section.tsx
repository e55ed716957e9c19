import { beijingDate } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { photoTile } from '@/components/photo-grid/photo-tile';
import { Section } from '@/components/section/section';
import { StoryCard } from '@/components/story-card/story-card';
import { fileAddress } from '@/platform/environment';
import { viewPhotos } from '@/platform/media-viewer';
import { go } from '@/platform/navigation';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';

const SHOWN = 2;
const FEW_PHOTOS = 3;

/** The newest words of those who live here; nothing where nobody has written yet. */
export function StoriesSection({ projectId }: { projectId: string }) {
  const stories = useResource(`stories:${projectId}:newest`, () => server.stories.published(projectId), { kept: true });
  const items = stories.data?.items ?? [];
  if (items.length === 0) return null;
  const all = () => go('stories', { id: projectId });
  return (
    <View className="project__stories">
      <Section title="住在这里的人说" aside={<Button kind="quiet" text="全部业主故事" onTap={all} />}>
        <View className="stack">
          {items.slice(0, SHOWN).map((story) => (
            <StoryCard
              key={story.id}
              story={story}
              short
              when={beijingDate(Date.parse(story.publishedAt))}
              photos={story.photos.slice(0, FEW_PHOTOS).map((photo) => photoTile(photo, fileAddress))}
              onPhoto={(id) => viewPhotos(story.photos, id)}
            />
          ))}
        </View>
      </Section>
    </View>
  );
}
