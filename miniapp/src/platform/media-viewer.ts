import type { PhotoView, UploadKind } from '@guihu/shared';
import Taro from '@tarojs/taro';
import { fileAddress, IS_H5 } from './environment';

export interface Viewable {
  url: string;
  kind: UploadKind;
}

/** Opens photos and videos over the whole screen, beginning with the one at `current`. */
export function viewMedia(items: readonly Viewable[], current: number): void {
  if (items.length === 0) return;
  if (IS_H5) {
    viewOnH5(items, current);
    return;
  }
  const sources = items.map(({ url, kind }) => ({ url, type: kind }));
  // WeChat itself says when a file cannot be shown.
  void Taro.previewMedia({ sources, current, fail: () => undefined });
}

/** Opens the photos of something the server has, beginning with the one tapped. */
export function viewPhotos(photos: readonly (Pick<PhotoView, 'id' | 'url'> & Partial<Pick<PhotoView, 'kind'>>)[], id: string): void {
  const items = photos.map(({ url, kind = 'image' }) => ({ url: fileAddress(url), kind }));
  viewMedia(
    items,
    photos.findIndex((photo) => photo.id === id),
  );
}

const STYLE_ID = 'media-viewer-style';
const CSS = `
.media-viewer{position:fixed;inset:0;z-index:5000;display:flex;align-items:center;justify-content:center;background:#14161a;color:#fff;font:16px/1.5 -apple-system,"PingFang SC","Noto Sans CJK SC",sans-serif}
.media-viewer img,.media-viewer video{max-width:100%;max-height:100%;object-fit:contain}
.media-viewer button{position:absolute;min-width:48px;height:48px;padding:0 14px;border:0;border-radius:24px;background:rgba(20,22,26,.82);color:#fff;font-size:16px;cursor:pointer}
.media-viewer__close{top:calc(12px + env(safe-area-inset-top));right:12px}
.media-viewer__before{left:12px;bottom:24px}
.media-viewer__after{right:12px;bottom:24px}
.media-viewer__count{position:absolute;left:0;right:0;bottom:34px;text-align:center;pointer-events:none}
.media-viewer__broken{padding:24px;text-align:center}
`;

function viewOnH5(items: readonly Viewable[], start: number): void {
  installStyle();
  const before = document.activeElement as HTMLElement | null;
  let at = Math.max(0, Math.min(start, items.length - 1));
  const root = Object.assign(document.createElement('div'), { className: 'media-viewer', tabIndex: -1 });
  root.setAttribute('role', 'dialog');
  root.setAttribute('aria-modal', 'true');
  root.setAttribute('aria-label', '查看照片和视频');
  const close = () => {
    root.remove();
    window.removeEventListener('hashchange', close);
    before?.focus?.();
  };
  const turn = (by: number) => {
    at = (at + by + items.length) % items.length;
    draw();
  };
  const draw = () => {
    root.replaceChildren(shown(items[at] as Viewable), button('close', '关闭', close));
    if (items.length === 1) return;
    const count = Object.assign(document.createElement('div'), {
      className: 'media-viewer__count',
      textContent: `${at + 1} / ${items.length}`,
    });
    root.append(
      count,
      button('before', '上一张', () => turn(-1)),
      button('after', '下一张', () => turn(1)),
    );
  };
  root.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
    if (key === 'ArrowLeft') turn(-1);
    if (key === 'ArrowRight') turn(1);
  });
  window.addEventListener('hashchange', close);
  draw();
  document.body.appendChild(root);
  root.focus();
}

function shown({ url, kind }: Viewable): HTMLElement {
  const element =
    kind === 'video'
      ? Object.assign(document.createElement('video'), { src: url, controls: true, autoplay: true, playsInline: true })
      : Object.assign(document.createElement('img'), { src: url, alt: '照片' });
  element.addEventListener('error', () => {
    const text = kind === 'video' ? '这段视频暂时放不了，请返回刷新后再看' : '这张照片暂时看不到，请返回刷新后再看';
    element.replaceWith(Object.assign(document.createElement('div'), { className: 'media-viewer__broken', textContent: text }));
  });
  return element;
}

function button(part: string, text: string, onTap: () => void): HTMLElement {
  const made = Object.assign(document.createElement('button'), { className: `media-viewer__${part}`, textContent: text });
  made.addEventListener('click', onTap);
  return made;
}

function installStyle(): void {
  if (document.getElementById(STYLE_ID)) return;
  const style = Object.assign(document.createElement('style'), { id: STYLE_ID, textContent: CSS });
  document.head.appendChild(style);
}
