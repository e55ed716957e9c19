import { sayTime, type WorkOrderView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';
import { photoTile } from '@/components/photo-grid/photo-tile';
import { Section } from '@/components/section/section';
import { WarrantyLine } from '@/components/warranty-line/warranty-line';
import { fileAddress } from '@/platform/environment';
import { viewPhotos } from '@/platform/media-viewer';

interface Props {
  order: WorkOrderView;
  now: number;
}

/** What was reported, with every picture of it, and who pays. */
export function AskedSection({ order: { description, preferredTime, photos, warranty, kind }, now }: Props) {
  return (
    <Section title={kind === 'repair' ? '您报的问题' : '您反映的情况'}>
      <Card>
        <View className="asked">
          <View>{description}</View>
          {preferredTime ? <View className="t-note ink-2">{`希望上门：${sayTime(Date.parse(preferredTime), now)}`}</View> : null}
          {photos.length > 0 ? (
            <PhotoGrid photos={photos.map((photo) => photoTile(photo, fileAddress))} onOpen={(id) => viewPhotos(photos, id)} />
          ) : null}
          {kind === 'repair' ? <WarrantyLine verdict={warranty} /> : null}
        </View>
      </Card>
    </Section>
  );
}
