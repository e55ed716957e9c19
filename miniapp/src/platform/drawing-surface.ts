import Taro from '@tarojs/taro';
import { wait } from './clock';
import { IS_H5 } from './environment';

/** Where a picture is drawn: an element of the page on h5, a 2d canvas in WeChat. Sizes in px. */
export interface DrawingSurface {
  target: HTMLElement;
  width: number;
  height: number;
  pixelRatio: number;
  /** Calls back whenever the place has another size, until the answer is called. WeChat's canvas keeps its size. */
  watch: (changed: () => void) => () => void;
}

type CanvasNode = HTMLCanvasElement & { addEventListener?: unknown; removeEventListener?: unknown };

const TRIES = 20;
const BETWEEN_MS = 50;

/** The place of this id, once it is laid out; null when the page was left before. */
export async function openSurface(id: string): Promise<DrawingSurface | null> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const found = IS_H5 ? elementOf(id) : await canvasOf(id);
    if (found) return found;
    await wait(BETWEEN_MS);
  }
  return null;
}

function elementOf(id: string): DrawingSurface | null {
  const target = document.getElementById(id);
  if (!target || target.clientWidth === 0) return null;
  const { clientWidth: width, clientHeight: height } = target;
  const watch = (changed: () => void) => {
    const observer = new ResizeObserver(changed);
    observer.observe(target);
    return () => observer.disconnect();
  };
  return { target, width, height, pixelRatio: window.devicePixelRatio, watch };
}

function canvasOf(id: string): Promise<DrawingSurface | null> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true, size: true })
      .exec(([found]: { node?: CanvasNode; width: number; height: number }[]) => {
        if (!found?.node) return resolve(null);
        const { node, width, height } = found;
        const { pixelRatio } = Taro.getWindowInfo();
        node.width = width * pixelRatio;
        node.height = height * pixelRatio;
        // Whatever draws on it may listen as on a web page; WeChat's canvas says nothing.
        node.addEventListener ??= () => undefined;
        node.removeEventListener ??= () => undefined;
        resolve({ target: node, width, height, pixelRatio, watch: () => () => undefined });
      });
  });
}
