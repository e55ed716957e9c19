import { MOST_PHOTOS } from '@guihu/shared';
import { Field } from '@/components/field/field';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';
import { uploadTile } from '@/components/photo-grid/upload-tile';
import { viewMedia } from '@/platform/media-viewer';
import { uploads, useChosenFiles } from '@/session';

interface Props {
  ids: readonly string[];
  onChange: (ids: string[]) => void;
}

/** Pictures that go with a story; where and when they were taken does not leave with them. */
export function PicturesField({ ids, onChange }: Props) {
  const { files, morePhotos, addPhotos, remove } = useChosenFiles(ids, onChange);
  const view = (id: string) => {
    const shown = files.filter(({ url }) => url !== null);
    viewMedia(
      shown.map(({ url, kind }) => ({ url: url as string, kind })),
      shown.findIndex((file) => file.id === id),
    );
  };
  const add = morePhotos > 0 ? [{ text: files.length > 0 ? '再加照片' : '加照片', icon: 'camera' as const, onTap: addPhotos }] : [];
  return (
    <Field
      label="照片"
      optional
      hint={`最多 ${MOST_PHOTOS} 张；请避开门牌、车牌和别人的脸`}
      error={files.find(({ refusal }) => refusal !== null)?.refusal}
    >
      <PhotoGrid photos={files.map(uploadTile)} add={add} onOpen={view} onRetry={uploads.retry} onRemove={remove} />
    </Field>
  );
}
