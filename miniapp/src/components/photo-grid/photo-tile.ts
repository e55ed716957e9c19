import type { PhotoView } from '@guihu/shared';
import type { GridPhoto } from './photo-grid';

const WORDS: Readonly<Partial<Record<PhotoView['purpose'], string>>> = { before: '维修前', after: '维修后' };

/** A photo the server has, as it is drawn; `address` makes the whole address of a file. */
export function photoTile({ id, kind, purpose, url, thumbUrl, durationMs }: PhotoView, address: (url: string) => string): GridPhoto {
  const picture = thumbUrl ?? (kind === 'image' ? url : null);
  return { id, kind, picture: picture && address(picture), durationMs, word: WORDS[purpose] };
}
