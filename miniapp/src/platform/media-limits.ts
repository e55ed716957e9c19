import type { UploadKind } from '@guihu/shared';

/** Something photographed or chosen, as small as it will travel. */
export interface Media {
  kind: UploadKind;
  /** With the ending that tells what it is. */
  name: string;
  bytes: number;
  durationMs: number | null;
  /** A temporary path in WeChat, on h5 the content itself. */
  content: string | Blob;
  /** A still picture of a video, where the phone could make one. */
  still: string | Blob | null;
}

/** The person chose something that cannot be sent; the message is for them. */
export class MediaRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MediaRefused';
  }
}

const MB = 1024 * 1024;
const MOST_PHOTO_BYTES = 10 * MB;
const MOST_VIDEO_BYTES = 30 * MB;
const LONGEST_VIDEO_MS = 60_000;

/** A photo with a longer side than this is made smaller; nobody sees a crack better beyond it. */
export const LONGEST_SIDE = 2560;
export const JPEG_QUALITY = 0.82;
export const LONGEST_VIDEO_SECONDS = LONGEST_VIDEO_MS / 1000;

/** Width and height that fit into `LONGEST_SIDE`, in the same proportion. */
export function fitted(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height, 1));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * What may be sent goes through.
 * @throws MediaRefused when it is too large or too long, saying what to do
 */
export function withinLimits<M extends Pick<Media, 'kind' | 'bytes' | 'durationMs'>>(media: M): M {
  if (media.kind === 'image') {
    if (media.bytes > MOST_PHOTO_BYTES) throw new MediaRefused('图片太大（上限 10 MB），请换一张或截图后再传');
    return media;
  }
  // A recording of a minute is a little longer than a minute.
  if ((media.durationMs ?? 0) > LONGEST_VIDEO_MS + 1000) throw new MediaRefused('视频最长 60 秒，请剪短或重新拍一段');
  if (media.bytes > MOST_VIDEO_BYTES) throw new MediaRefused('视频太大（上限 30 MB），请拍短一点再传');
  return media;
}
