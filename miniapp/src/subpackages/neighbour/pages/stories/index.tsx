import { type MyStory, mayWriteStory, STORY_STATUS_LABELS, type StoryStatus, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { FailureNote } from '@/components/failure-note/failure-note';
import { ListEnd } from '@/components/list-end/list-end';
import { PageFrame } from '@/components/page-frame/page-frame';
import { photoTile } from '@/components/photo-grid/photo-tile';
import { Skeleton } from '@/components/skeleton/skeleton';
import { StatusTag, type Tone } from '@/components/status-tag/status-tag';
import { StoryCard } from '@/components/story-card/story-card';
import { useNow } from '@/platform/clock';
import { fileAddress } from '@/platform/environment';
import { confirmed } from '@/platform/feedback';
import { useEndReached, usePullRefresh } from '@/platform/lifecycle';
import { viewPhotos } from '@/platform/media-viewer';
import { go } from '@/platform/navigation';
import { usePagedResource } from '@/platform/use-paged-resource';
import { useVerbs } from '@/platform/use-verbs';
import { server } from '@/session';

const TONES: Readonly<Record<StoryStatus, Tone>> = { submitted: 'soon', published: 'done', returned: 'late', withdrawn: 'calm' };

/** What I told of living here, where it stands, and the way to take it back. */
export default function MyStoriesPage() {
  const stories = usePagedResource<MyStory>('my-stories', server.stories.mine);
  const verbs = useVerbs(stories.reload);
  const now = useNow(60_000);
  usePullRefresh(stories.reload);
  useEndReached(stories.more);
  const withdraw = async ({ id, title }: MyStory) => {
    if (await confirmed('撤回这篇故事？', `「${title}」和照片不再显示，撤回后不能恢复`, '撤回故事'))
      await verbs.run(() => server.stories.withdraw(id), '已撤回，不再显示');
  };
  const waiting = !mayWriteStory((stories.data ?? []).map(({ status }) => status));
  return (
    <PageFrame
      of={stories}
      now={now}
      width="form"
      skeleton={<Skeleton cards={2} lines={3} />}
      empty={{ when: (items) => items.length === 0, title: '还没有写过故事', text: '写写住在这里的日子，审核后邻居和来看房的人都能看到' }}
      bottom={
        <BottomBar note={waiting ? <View className="t-note ink-2">上一篇正在审核，有结果后再写下一篇</View> : null}>
          <Button text="写一篇故事" disabled={waiting} onTap={() => go('writeStory')} />
        </BottomBar>
      }
    >
      {(items) => (
        <View className="stack">
          {items.map((story) => (
            <StoryCard
              key={story.id}
              story={story}
              when={`${story.projectName} · ${sayTime(Date.parse(story.at), now)}`}
              tag={<StatusTag text={STORY_STATUS_LABELS[story.status]} tone={TONES[story.status]} />}
              photos={story.photos.map((photo) => photoTile(photo, fileAddress))}
              onPhoto={(id) => viewPhotos(story.photos, id)}
            >
              {story.reason ? <FailureNote text={`退回原因：${story.reason}`} /> : null}
              {story.allowed.includes('withdraw') ? (
                <Button text="撤回故事" kind="plain" disabled={verbs.busy} onTap={() => void withdraw(story)} />
              ) : null}
            </StoryCard>
          ))}
          <ListEnd list={stories} count={`共 ${items.length} 篇`} />
        </View>
      )}
    </PageFrame>
  );
}
