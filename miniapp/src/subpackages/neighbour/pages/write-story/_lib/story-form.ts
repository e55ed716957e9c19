import { type HomeView, STORY_TITLE, STORY_WORDS, type StoryByline, type StoryDraft } from '@guihu/shared';

export interface StoryForm {
  /** Empty until one was chosen; whoever owns one home need not. */
  unitId: string;
  title: string;
  words: string;
  /** 0 for none. */
  stars: number;
  byline: StoryByline;
  /** Ids in the phone's upload queue. */
  files: string[];
  agreed: boolean;
}
export type StoryFaults = Partial<Record<'unitId' | 'title' | 'words' | 'agreed', string>>;

export const NEW_STORY: StoryForm = { unitId: '', title: '', words: '', stars: 0, byline: 'masked', files: [], agreed: false };

const isBetween = (text: string, { least, most }: { least: number; most: number }): boolean => {
  const { length } = [...text.trim()];
  return length >= least && length <= most;
};

/** The home that is meant: the chosen one, else the first. */
export const homeOf = (form: StoryForm, owned: readonly HomeView[]): HomeView | null =>
  owned.find(({ unitId }) => unitId === form.unitId) ?? owned[0] ?? null;

/** What keeps a story from being sent; the server asks the same. */
export function faultsOfStory({ title, words, agreed }: StoryForm): StoryFaults {
  return {
    ...(isBetween(title, STORY_TITLE) ? {} : { title: `标题请写 ${STORY_TITLE.least} 到 ${STORY_TITLE.most} 个字` }),
    ...(isBetween(words, STORY_WORDS) ? {} : { words: `正文请写 ${STORY_WORDS.least} 个字以上，最多 ${STORY_WORDS.most} 个字` }),
    ...(agreed ? {} : { agreed: '请先同意公开，再提交' }),
  };
}

export function storyOf(form: StoryForm, home: HomeView, uploadIds: string[]): StoryDraft {
  const { title, words, stars, byline, agreed } = form;
  return {
    unitId: home.unitId,
    title: title.trim(),
    words: words.trim(),
    ...(stars > 0 ? { stars } : {}),
    byline,
    ...(uploadIds.length > 0 ? { uploadIds } : {}),
    agreed,
  };
}
