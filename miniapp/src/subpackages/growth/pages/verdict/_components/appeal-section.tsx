import { type AppealView, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';
import { photoTile } from '@/components/photo-grid/photo-tile';
import { Section } from '@/components/section/section';
import { StatusTag } from '@/components/status-tag/status-tag';
import { fileAddress } from '@/platform/environment';
import { viewPhotos } from '@/platform/media-viewer';
import { APPEAL_TONES, sayAppeal } from '../../../_lib/verdict-words';

/** Why somebody does not agree, what they show for it, and what they were answered. */
export function AppealSection({ appeal, now }: { appeal: AppealView; now: number }) {
  return (
    <Section title="申诉">
      <Card>
        <View className="row row--between row--wrap">
          <View className="appeal__by">{appeal.by}</View>
          <StatusTag text={sayAppeal(appeal)} tone={APPEAL_TONES[appeal.status]} />
        </View>
        <View className="t-note ink-2 tabular">{`${sayTime(Date.parse(appeal.at), now)} 提出`}</View>
        <View className="appeal__words">{appeal.reason}</View>
        {appeal.photos.length > 0 ? (
          <PhotoGrid photos={appeal.photos.map((photo) => photoTile(photo, fileAddress))} onOpen={(id) => viewPhotos(appeal.photos, id)} />
        ) : null}
        {appeal.answer ? (
          <View className="appeal__answer">
            <View>{appeal.answer}</View>
            <View className="t-note ink-2 tabular">
              {[appeal.answeredBy, appeal.answeredAt ? sayTime(Date.parse(appeal.answeredAt), now) : null].filter(Boolean).join(' · ')}
            </View>
          </View>
        ) : null}
      </Card>
    </Section>
  );
}
