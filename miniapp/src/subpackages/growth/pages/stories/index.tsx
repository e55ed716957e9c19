import { STORY_STATUS_LABELS, STORY_STATUSES, type StaffStory, type StoryStatus, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { ListEnd } from '@/components/list-end/list-end';
import { ListHead } from '@/components/list-head/list-head';
import { EmptyState } from '@/components/notice/empty-state';
import { Loaded, PageFrame } from '@/components/page-frame/page-frame';
import { photoTile } from '@/components/photo-grid/photo-tile';
import { ProjectPick } from '@/components/project-pick/project-pick';
import { ReasonSheet } from '@/components/reason-sheet/reason-sheet';
import { Segments } from '@/components/segments/segments';
import { Skeleton } from '@/components/skeleton/skeleton';
import { StoryCard } from '@/components/story-card/story-card';
import { useNow } from '@/platform/clock';
import { fileAddress } from '@/platform/environment';
import { confirmed } from '@/platform/feedback';
import { useEndReached, usePullRefresh } from '@/platform/lifecycle';
import { viewPhotos } from '@/platform/media-viewer';
import { usePagedResource } from '@/platform/use-paged-resource';
import { useVerbs } from '@/platform/use-verbs';
import { server, useProjectChoice } from '@/session';
import './index.scss';

const VIEWS = STORY_STATUSES.filter((status) => status !== 'withdrawn').map((value) => ({ value, label: STORY_STATUS_LABELS[value] }));
const REASONS = ['写出了电话或门牌号', '照片里有别人的脸或车牌', '涉及个人纠纷，请走投诉建议', '与居住无关'];

/** Stories as somebody reads them before everybody else does (K9). */
export default function StaffStoriesPage() {
  const project = useProjectChoice();
  const { id: projectId } = project;
  const [status, setStatus] = useState<StoryStatus>('submitted');
  const [returning, setReturning] = useState<StaffStory | null>(null);
  const stories = usePagedResource<StaffStory>(projectId ? `staff-stories:${projectId}:${status}` : null, (cursor) =>
    server.staffStories.list({ projectId, status, cursor }),
  );
  const verbs = useVerbs(stories.reload);
  const now = useNow(60_000);
  usePullRefresh(stories.reload);
  useEndReached(stories.more);
  const publish = async ({ id, title }: StaffStory) => {
    if (await confirmed('公开这篇故事？', `「${title}」会出现在楼盘页面，所有人都能看到`, '公开'))
      await verbs.run(() => server.staffStories.publish(id), '已公开，已通知作者');
  };
  const giveBack = async (reason: string) => {
    if (returning && (await verbs.run(() => server.staffStories.giveBack(returning.id, { reason }), '已退回，已通知作者')))
      setReturning(null);
  };
  return (
    <PageFrame
      width="list"
      head={
        <>
          <ProjectPick project={project} />
          <ListHead>
            <Segments items={VIEWS} chosen={status} onChange={(value) => setStatus(value as StoryStatus)} />
          </ListHead>
        </>
      }
      over={
        <ReasonSheet
          open={returning !== null}
          title={returning?.status === 'published' ? '不再公开' : '退回给作者'}
          note="原因会告诉作者，作者可以改好再写一篇"
          reasons={REASONS}
          action="退回故事"
          busy={verbs.busy}
          onSend={(reason) => void giveBack(reason)}
          onClose={() => setReturning(null)}
        />
      }
    >
      <Loaded of={projectId ? stories : { ...project.projects, data: null }} skeleton={<Skeleton cards={2} lines={4} />}>
        {(items) =>
          items.length === 0 && stories.atEnd ? (
            <EmptyState title={`没有${STORY_STATUS_LABELS[status]}的故事`} text="业主写了故事，会出现在这里等您看" />
          ) : (
            <View className="stack">
              {(items as StaffStory[]).map((story) => (
                <StoryCard
                  key={story.id}
                  story={story}
                  when={sayTime(Date.parse(story.at), now)}
                  photos={story.photos.map((photo) => photoTile(photo, fileAddress))}
                  onPhoto={(id) => viewPhotos(story.photos, id)}
                >
                  <View className="t-note ink-2">{`作者：${story.author.name} ${story.author.phoneMasked} · ${story.author.home}`}</View>
                  {story.decidedBy ? <View className="t-note ink-2">{`经办：${story.decidedBy}`}</View> : null}
                  {story.reason ? <View className="t-note ink-late">{`退回原因：${story.reason}`}</View> : null}
                  <View className="moderated__verbs">
                    {story.allowed.includes('return') ? (
                      <Button
                        text={story.status === 'published' ? '不再公开' : '退回'}
                        kind="quiet"
                        disabled={verbs.busy}
                        onTap={() => setReturning(story)}
                      />
                    ) : null}
                    {story.allowed.includes('publish') ? (
                      <Button text="公开" kind="plain" disabled={verbs.busy} onTap={() => void publish(story)} />
                    ) : null}
                  </View>
                </StoryCard>
              ))}
              <ListEnd list={stories} count={`共 ${items.length} 篇`} />
            </View>
          )
        }
      </Loaded>
    </PageFrame>
  );
}
