export type UploadKind = 'image' | 'video';
export type PhotoPurpose = 'report' | 'before' | 'after' | 'story' | 'extra';

/** Answer of `POST /api/uploads` (multipart, field `file`). */
export interface UploadView {
  id: string;
  kind: UploadKind;
  /** Signed and short-lived. */
  url: string;
  thumbUrl: string | null;
  width: number | null;
  height: number | null;
  bytes: number;
}

/** A picture or a video as it is shown beside what it belongs to. */
export interface PhotoView {
  id: string;
  kind: UploadKind;
  purpose: PhotoPurpose;
  url: string;
  thumbUrl: string | null;
  width: number | null;
  height: number | null;
  durationMs: number | null;
  at: string;
}

export const MOST_PHOTOS = 9;
export const MOST_VIDEOS = 1;
