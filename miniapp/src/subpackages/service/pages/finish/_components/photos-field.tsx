import { Field } from '@/components/field/field';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';
import { uploadTile } from '@/components/photo-grid/upload-tile';
import { viewMedia } from '@/platform/media-viewer';
import { uploads, useChosenFiles } from '@/session';

interface Props {
  label: string;
  ids: readonly string[];
  error?: string;
  onChange: (ids: string[]) => void;
}

/** Photos of before, or of after, each with where it is on its way. */
export function PhotosField({ label, ids, error, onChange }: Props) {
  const { files, morePhotos, addPhotos, remove } = useChosenFiles(ids, onChange);
  const view = (id: string) => {
    const shown = files.filter((file) => file.url !== null);
    viewMedia(
      shown.map(({ url, kind }) => ({ url: url as string, kind })),
      shown.findIndex((file) => file.id === id),
    );
  };
  const add =
    morePhotos > 0 ? [{ text: files.length > 0 ? '再加照片' : '加照片', icon: 'camera' as const, onTap: () => void addPhotos() }] : [];
  return (
    <Field label={label} optional error={error}>
      <PhotoGrid photos={files.map(uploadTile)} add={add} onOpen={view} onRetry={uploads.retry} onRemove={remove} />
    </Field>
  );
}
