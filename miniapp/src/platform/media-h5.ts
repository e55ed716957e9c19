import { fitted, JPEG_QUALITY, type Media, MediaRefused, withinLimits } from './media-limits';

/** What the server takes as it is, where the browser cannot draw it anew. */
const TAKEN_AS_IS = ['image/jpeg', 'image/png', 'image/webp'];
const STILL_SIDE = 640;
const PATIENCE_MS = 8_000;

export async function choosePhotosOnH5(most: number): Promise<Media[]> {
  const files = await filesOf('image/*', most > 1);
  const photos: Media[] = [];
  for (const file of files.slice(0, most)) photos.push(await photoOf(file));
  return photos;
}

export async function chooseVideoOnH5(): Promise<Media | null> {
  const [file] = await filesOf('video/mp4,video/quicktime,video/*', false);
  if (!file) return null;
  const { durationMs, still } = await lookAt(file);
  return withinLimits<Media>({ kind: 'video', name: file.name || 'video.mp4', bytes: file.size, durationMs, content: file, still });
}

function filesOf(accept: string, several: boolean): Promise<File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  input.multiple = several;
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(Array.from(input.files ?? [])));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

/** Drawn anew as JPEG: smaller, upright, and without the place and the phone that the camera wrote into it. */
async function photoOf(file: File): Promise<Media> {
  const drawn = await drawnAnew(file).catch(() => null);
  if (!drawn && !TAKEN_AS_IS.includes(file.type)) throw new MediaRefused('这张图片的格式打不开，请换一张或截图后再传');
  const content = drawn ?? file;
  const name = drawn ? 'photo.jpg' : file.name;
  return withinLimits<Media>({ kind: 'image', name, bytes: content.size, durationMs: null, content, still: null });
}

async function drawnAnew(file: Blob): Promise<Blob | null> {
  const address = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return await jpegOf(image, fitted(image.naturalWidth, image.naturalHeight));
  } finally {
    URL.revokeObjectURL(address);
  }
}

function jpegOf(source: CanvasImageSource, { width, height }: { width: number; height: number }): Promise<Blob | null> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  if (!context) return Promise.resolve(null);
  // What is transparent in a PNG would otherwise be black.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(source, 0, 0, width, height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY));
}

/** How long a video is, and a picture of it; a browser that cannot play it leaves both open. */
async function lookAt(file: Blob): Promise<{ durationMs: number | null; still: Blob | null }> {
  const address = URL.createObjectURL(file);
  const video = Object.assign(document.createElement('video'), { muted: true, playsInline: true, preload: 'auto', src: address });
  try {
    await happened(video, 'loadedmetadata');
    const durationMs = Number.isFinite(video.duration) ? Math.round(video.duration * 1000) : null;
    return { durationMs, still: await stillOf(video).catch(() => null) };
  } catch {
    return { durationMs: null, still: null };
  } finally {
    video.removeAttribute('src');
    URL.revokeObjectURL(address);
  }
}

async function stillOf(video: HTMLVideoElement): Promise<Blob | null> {
  video.currentTime = Math.min(0.5, video.duration / 2);
  await happened(video, 'seeked');
  const scale = Math.min(1, STILL_SIDE / Math.max(video.videoWidth, video.videoHeight, 1));
  return jpegOf(video, { width: Math.round(video.videoWidth * scale), height: Math.round(video.videoHeight * scale) });
}

function happened(video: HTMLVideoElement, event: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no ${event}`)), PATIENCE_MS);
    const once = (run: () => void) => () => {
      clearTimeout(timer);
      run();
    };
    video.addEventListener(event, once(resolve), { once: true });
    video.addEventListener(
      'error',
      once(() => reject(new Error('cannot be played'))),
      { once: true },
    );
  });
}
