import Taro from '@tarojs/taro';
import { fitted, JPEG_QUALITY, LONGEST_SIDE, LONGEST_VIDEO_SECONDS, type Media, MediaRefused, withinLimits } from './media-limits';

/** Below this a photo travels as WeChat gave it. */
const SMALL_PHOTO_BYTES = 600 * 1024;
const SMALL_VIDEO_BYTES = 6 * 1024 * 1024;

type Chosen = Taro.chooseMedia.ChooseMedia;

export async function choosePhotosInWechat(most: number): Promise<Media[]> {
  const files = await chosen({ count: most, mediaType: ['image'], sizeType: ['compressed'], sourceType: ['album', 'camera'] });
  const photos: Media[] = [];
  // One after another: nine pictures decoded at once are too much for a small phone.
  for (const file of files) photos.push(await photoOf(file));
  return photos;
}

export async function chooseVideoInWechat(): Promise<Media | null> {
  const [file] = await chosen({
    count: 1,
    mediaType: ['video'],
    sizeType: ['compressed'],
    sourceType: ['album', 'camera'],
    maxDuration: LONGEST_VIDEO_SECONDS,
  });
  if (!file) return null;
  const durationMs = Math.round(file.duration * 1000);
  // Refused before the long work of making it smaller.
  withinLimits({ kind: 'video', bytes: 0, durationMs });
  const small = file.size > SMALL_VIDEO_BYTES ? await smallerVideo(file) : { path: file.tempFilePath, bytes: file.size };
  return withinLimits<Media>({
    kind: 'video',
    name: `video.${endingOf(small.path, 'mp4')}`,
    bytes: small.bytes,
    durationMs,
    content: small.path,
    still: file.thumbTempFilePath || null,
  });
}

async function chosen(options: Taro.chooseMedia.Option): Promise<Chosen[]> {
  try {
    const { tempFiles } = await answerOf<Taro.chooseMedia.SuccessCallbackResult>((ask) => Taro.chooseMedia({ ...options, ...ask }));
    return tempFiles;
  } catch (failure) {
    const text = String((failure as { errMsg?: string })?.errMsg ?? '');
    if (text.includes('cancel')) return [];
    throw new MediaRefused(
      /auth|deny|permission|privacy/i.test(text) ? '没有相册或相机权限，请在手机设置里允许微信访问照片和相机' : '没能打开相册，请再试一次',
    );
  }
}

/** Taro hands these calls to WeChat as they are, and old WeChats answer them by callbacks only. */
function answerOf<A>(ask: (callbacks: { success: (answer: A) => void; fail: (failure: unknown) => void }) => unknown): Promise<A> {
  return new Promise((success, fail) => ask({ success, fail }));
}

async function photoOf({ tempFilePath, size }: Chosen): Promise<Media> {
  const path = await smallerPhoto(tempFilePath, size);
  const bytes = path === tempFilePath ? size : sizeOf(path, size);
  return withinLimits<Media>({
    kind: 'image',
    name: `photo.${endingOf(path, 'jpg')}`,
    bytes,
    durationMs: null,
    content: path,
    still: null,
  });
}

/** The path of a smaller copy, or the same path where it is small enough or the phone cannot do it. */
async function smallerPhoto(src: string, bytes: number): Promise<string> {
  try {
    const { width, height } = await Taro.getImageInfo({ src });
    const side = Math.max(width, height);
    if (side <= LONGEST_SIDE && bytes <= SMALL_PHOTO_BYTES) return src;
    const size = fitted(width, height);
    const { tempFilePath } = await Taro.compressImage({
      src,
      quality: Math.round(JPEG_QUALITY * 100),
      ...(side > LONGEST_SIDE ? (width >= height ? { compressedWidth: size.width } : { compressedHeight: size.height }) : {}),
    });
    return tempFilePath;
  } catch {
    return src;
  }
}

async function smallerVideo({ tempFilePath, size }: Chosen): Promise<{ path: string; bytes: number }> {
  try {
    // The types ask for all of them; WeChat ignores the numbers beside a quality.
    const options = { src: tempFilePath, quality: 'medium' } as Taro.compressVideo.Option;
    const small = await answerOf<Taro.compressVideo.SuccessCallbackResult>((ask) => Taro.compressVideo({ ...options, ...ask }));
    return { path: small.tempFilePath, bytes: small.size * 1024 };
  } catch {
    return { path: tempFilePath, bytes: size };
  }
}

function sizeOf(path: string, otherwise: number): number {
  try {
    return (Taro.getFileSystemManager().statSync(path) as Taro.Stats).size;
  } catch {
    return otherwise;
  }
}

const endingOf = (path: string, otherwise: string): string => /\.([a-z0-9]{2,4})$/i.exec(path)?.[1]?.toLowerCase() ?? otherwise;
