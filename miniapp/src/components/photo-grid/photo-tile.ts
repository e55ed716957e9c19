import type { PhotoView } from '@guihu/shared';
import type { GridPhoto } from './photo-grid';

const WORDS: Readonly<Partial<Record<PhotoView['purpose'], string>>> = { before: '维修前', after: '维修后' };

/** What is needed of a photo to draw it; one that says no more is a picture. */
export type DrawnPhoto = Pick<PhotoView, 'id' | 'url' | 'thumbUrl'> & Partial<Pick<PhotoView, 'kind' | 'purpose' | 'durationMs'>>;

/** A photo the server has, as it is drawn; `address` makes the whole address of a file. */
export function photoTile(photo: DrawnPhoto, address: (url: string) => string): GridPhoto {
  const { id, kind = 'image', purpose, url, thumbUrl, durationMs } = photo;
  const picture = thumbUrl ?? (kind === 'image' ? url : null);
  return { id, kind, picture: picture && address(picture), durationMs, word: purpose && WORDS[purpose] };
}
