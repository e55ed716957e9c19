import Taro from '@tarojs/taro';
import { openSurface } from './drawing-surface';
import { IS_H5 } from './environment';

type Images<K extends string> = Readonly<Record<K, CanvasImageSource>>;

export interface Drawing<K extends string = never> {
  /** In the units of `paint`; dots are `scale` times as many. */
  width: number;
  height: number;
  scale: number;
  /** Whole addresses of pictures that have to be there before painting. */
  images: Readonly<Record<K, string>>;
  paint: (context: CanvasRenderingContext2D, images: Images<K>) => void;
}

interface PaintedCanvas {
  canvas: HTMLCanvasElement;
  loadImage: (address: string) => Promise<CanvasImageSource>;
}

/**
 * Draws a picture and answers where it lies: an address that an image element can show and `savePicture` can keep. In WeChat it is
 * drawn on the page's 2d canvas of this id, on h5 on one that nobody sees.
 * @throws Error when the canvas or one of the pictures is not to be had
 */
export async function drawPicture<K extends string>(canvasId: string, drawing: Drawing<K>): Promise<string> {
  const { canvas, loadImage } = await canvasFor(canvasId);
  canvas.width = drawing.width * drawing.scale;
  canvas.height = drawing.height * drawing.scale;
  const names = Object.keys(drawing.images) as K[];
  const loaded = await Promise.all(names.map(async (name) => [name, await loadImage(drawing.images[name])] as const));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas to draw on');
  context.scale(drawing.scale, drawing.scale);
  drawing.paint(context, Object.fromEntries(loaded) as Images<K>);
  if (IS_H5) return canvas.toDataURL('image/png');
  const { width: destWidth, height: destHeight } = canvas;
  // Taro's types know the old canvas, named by its id; the 2d one is handed over itself.
  const options = { canvas, destWidth, destHeight, fileType: 'png' } as unknown as Taro.canvasToTempFilePath.Option;
  return (await Taro.canvasToTempFilePath(options)).tempFilePath;
}

async function canvasFor(id: string): Promise<PaintedCanvas> {
  if (IS_H5) return { canvas: document.createElement('canvas'), loadImage: loadOnH5 };
  const surface = await openSurface(id);
  if (!surface) throw new Error('the page was left');
  const canvas = surface.target as HTMLCanvasElement & { createImage: () => HTMLImageElement };
  return { canvas, loadImage: (address) => loaded(canvas.createImage(), address) };
}

const loadOnH5 = (address: string) => loaded(new Image(), address);

function loaded(image: HTMLImageElement, address: string): Promise<CanvasImageSource> {
  return new Promise((resolve, reject) => {
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('a picture did not come'));
    image.src = address;
  });
}

export type Saved = 'saved' | 'refused' | 'cancelled' | 'failed';

/** Keeps a drawn picture: in the album of the phone, on h5 among the downloads. Never throws; a refusal is an answer. */
export async function savePicture(address: string, name: string): Promise<Saved> {
  if (IS_H5) {
    const link = Object.assign(document.createElement('a'), { href: address, download: name });
    link.click();
    return 'saved';
  }
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: address });
    return 'saved';
  } catch (failure) {
    const said = String((failure as { errMsg?: string })?.errMsg ?? '');
    if (/cancel/i.test(said)) return 'cancelled';
    return /auth|deny|denied|permission|privacy/i.test(said) ? 'refused' : 'failed';
  }
}

/** WeChat's page of what this mini-program may do; resolves with whether pictures may be saved afterwards. */
export async function openAlbumSetting(): Promise<boolean> {
  try {
    const { authSetting } = await Taro.openSetting();
    return authSetting['scope.writePhotosAlbum'] === true;
  } catch {
    return false;
  }
}
