import { drawCode } from '../drawn-code';
import type { SimulatedWechat } from '../simulated-wechat';
import { WechatError } from '../wire';
import type { ApiRoute } from './api-route';

const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/;

/** Mini-program codes without a limit in number. A picture on success, JSON on refusal, HTTP 200 for both. */
export function codePictureRoutes(wechat: SimulatedWechat): ApiRoute[] {
  return [
    {
      path: '/wxa/getwxacodeunlimit',
      method: 'POST',
      needsToken: true,
      handle: ({ appid, body }) => {
        if (appid !== wechat.options.apps.mp.appid) throw new WechatError(48001);
        const { scene, page, check_path: checkPath, width = 430 } = body;
        if (typeof scene !== 'string' || scene.length === 0 || scene.length > 32) throw new WechatError(40169);
        if (!SCENE.test(scene)) throw new WechatError(40129);
        if (checkPath !== undefined && typeof checkPath !== 'boolean') throw new WechatError(47001);
        if (page !== undefined) checkPage(page, checkPath !== false ? wechat.options.pages : undefined);
        if (typeof width !== 'number' || width < 280 || width > 1280) throw new WechatError(40097);
        return { mime: 'image/png', bytes: drawCode(`${String(page ?? '')}?${scene}`, Math.round(width)) };
      },
    },
  ];
}

function checkPage(page: unknown, released: readonly string[] | undefined): void {
  const good = typeof page === 'string' && !page.startsWith('/') && !page.includes('?') && (!released || released.includes(page));
  if (!good) throw new WechatError(41030);
}
