import { type PhotoView, sayTime, type WorkOrderView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { type GridPhoto, PhotoGrid } from '@/components/photo-grid/photo-grid';
import { Section } from '@/components/section/section';
import { WarrantyLine } from '@/components/warranty-line/warranty-line';
import { fileAddress } from '@/platform/environment';
import { viewMedia } from '@/platform/media-viewer';

interface Props {
  order: WorkOrderView;
  now: number;
}

const WORDS: Readonly<Record<PhotoView['purpose'], string | undefined>> = { report: undefined, before: '维修前', after: '维修后' };

/** What was reported, with every picture of it, and who pays. */
export function AskedSection({ order: { description, preferredTime, photos, warranty, kind }, now }: Props) {
  const view = (id: string) =>
    viewMedia(
      photos.map(({ url, kind: what }) => ({ url: fileAddress(url), kind: what })),
      photos.findIndex((photo) => photo.id === id),
    );
  return (
    <Section title={kind === 'repair' ? '您报的问题' : '您反映的情况'}>
      <Card>
        <View className="asked">
          <View>{description}</View>
          {preferredTime ? <View className="t-note ink-2">{`希望上门：${sayTime(Date.parse(preferredTime), now)}`}</View> : null}
          {photos.length > 0 ? <PhotoGrid photos={photos.map(tileOf)} onOpen={view} /> : null}
          {kind === 'repair' ? <WarrantyLine verdict={warranty} /> : null}
        </View>
      </Card>
    </Section>
  );
}

function tileOf({ id, kind, purpose, url, thumbUrl, durationMs }: PhotoView): GridPhoto {
  const picture = thumbUrl ?? (kind === 'image' ? url : null);
  return { id, kind, picture: picture && fileAddress(picture), durationMs, word: WORDS[purpose] };
}
