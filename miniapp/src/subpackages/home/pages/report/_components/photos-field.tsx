import { MOST_PHOTOS } from '@guihu/shared';
import { Field } from '@/components/field/field';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';
import { uploadTile } from '@/components/photo-grid/upload-tile';
import { viewMedia } from '@/platform/media-viewer';
import { uploads, useChosenFiles } from '@/session';

interface Props {
  ids: readonly string[];
  error?: string;
  onChange: (ids: string[]) => void;
}

/** Photos and one video, each with where it is on its way. */
export function PhotosField({ ids, error, onChange }: Props) {
  const { files, morePhotos, moreVideos, addPhotos, addVideo, remove } = useChosenFiles(ids, onChange);
  const view = (id: string) => {
    const shown = files.filter((file) => file.url !== null);
    const items = shown.map(({ url, kind }) => ({ url: url as string, kind }));
    viewMedia(
      items,
      shown.findIndex((file) => file.id === id),
    );
  };
  const refusal = files.find((file) => file.refusal !== null)?.refusal;
  const add = [
    ...(morePhotos > 0 ? [{ text: files.length > 0 ? '再加照片' : '加照片', icon: 'camera' as const, onTap: addPhotos }] : []),
    ...(moreVideos > 0 ? [{ text: '加视频', icon: 'video' as const, onTap: addVideo }] : []),
  ];
  return (
    <Field label="照片和视频" optional hint={`最多 ${MOST_PHOTOS} 张照片、1 段 60 秒内的视频`} error={error ?? refusal}>
      <PhotoGrid photos={files.map(uploadTile)} add={add} onOpen={view} onRetry={uploads.retry} onRemove={remove} />
    </Field>
  );
}
