import type { PublishedStory } from '@guihu/shared';
import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { Card } from '../card/card';
import { type GridPhoto, PhotoGrid } from '../photo-grid/photo-grid';
import { RatingStars } from '../rating-stars/rating-stars';
import './story-card.scss';

interface Props {
  story: Pick<PublishedStory, 'title' | 'words' | 'stars' | 'byline'>;
  /** As they are drawn. */
  photos: readonly GridPhoto[];
  /** 11月23日, or what else is to be known of it. */
  when: string;
  /** Beside the title: where it stands. */
  tag?: ReactNode;
  /** Three lines of it, for a page that speaks of other things too. */
  short?: boolean;
  onPhoto: (id: string) => void;
  onTap?: () => void;
}

/** A story 业主故事: what somebody tells of living here, with who and when under it. */
export function StoryCard({ story, photos, when, tag, short = false, onPhoto, onTap, children }: PropsWithChildren<Props>) {
  const { title, words, stars, byline } = story;
  return (
    <Card onTap={onTap} label={onTap ? title : undefined}>
      <View className="story-card">
        <View className="row row--between row--wrap">
          <View className="t-section">{title}</View>
          {tag}
        </View>
        {stars === null ? null : <RatingStars stars={stars} />}
        <View className={short ? 'story-card__words--short' : 'story-card__words'}>{words}</View>
        {photos.length > 0 ? <PhotoGrid photos={photos} onOpen={onPhoto} /> : null}
        <View className="t-note ink-2">{`${byline} · ${when}`}</View>
        {children}
      </View>
    </Card>
  );
}
