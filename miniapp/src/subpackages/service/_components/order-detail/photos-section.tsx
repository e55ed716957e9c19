import type { PhotoView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useContext } from 'react';
import { Card } from '@/components/card/card';
import { PageSettings } from '@/components/page-frame/page-settings';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';
import { photoTile } from '@/components/photo-grid/photo-tile';
import { Section } from '@/components/section/section';
import { fileAddress } from '@/platform/environment';
import { viewPhotos } from '@/platform/media-viewer';

/** Every picture of it: as it was reported, before and after. */
export function PhotosSection({ photos }: { photos: readonly PhotoView[] }) {
  const { online } = useContext(PageSettings);
  if (photos.length === 0) return null;
  return (
    <Section title={`照片 ${photos.length}`}>
      <Card>
        <PhotoGrid photos={photos.map((photo) => photoTile(photo, fileAddress))} onOpen={(id) => viewPhotos(photos, id)} />
        {online ? null : <View className="t-note ink-2">没有网络时，没看过的照片暂时打不开</View>}
      </Card>
    </Section>
  );
}
