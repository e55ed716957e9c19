import type { HomeView } from '@guihu/shared';
import { say } from '@/platform/feedback';
import { replaceWith } from '@/platform/navigation';
import { askToSubscribe } from '@/platform/subscribe';
import { useSentForm } from '@/platform/use-sent-form';
import { server, uploads } from '@/session';
import { faultsOfStory, NEW_STORY, type StoryFaults, type StoryForm, storyOf } from '../_lib/story-form';

/** What became of it. */
const MESSAGES = ['story-decided'];

/** The story, kept as a draft on this phone, and the one way it is sent: after its pictures. */
export function useStoryForm() {
  const sent = useSentForm<StoryForm, StoryFaults>({ name: 'story', initial: NEW_STORY, faultsOf: faultsOfStory });

  /** Runs inside the tap: whatever asks WeChat for something comes before anything is waited for. */
  const submit = async (home: HomeView): Promise<void> => {
    const { files } = sent.form;
    const complete = Object.keys(faultsOfStory(sent.form)).length === 0;
    if (complete) {
      await askToSubscribe(MESSAGES);
      const left = (await uploads.settled(files)).filter(({ uploadId }) => uploadId === null);
      if (left.length > 0) return say(`还有 ${left.length} 张照片没传上去，请点照片重试或删除`);
    }
    const idOf = new Map(uploads.list().map(({ id, uploadId }) => [id, uploadId]));
    const answer = await sent.send(
      (form) =>
        storyOf(
          form,
          home,
          form.files.flatMap((file) => idOf.get(file) ?? []),
        ),
      (body, key) => server.stories.submit(body, key),
    );
    if (!answer) return;
    void uploads.release(files);
    say('已提交，审核后会通知您');
    replaceWith('myStories');
  };
  return { ...sent, submit };
}
