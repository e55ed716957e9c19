import type { Me, SessionAnswer, SubscribeTemplate } from '@guihu/shared';
import type { ApiRequest } from './api-request';

export function createAccountApi(request: ApiRequest) {
  return {
    openSession: (code: string) => request<SessionAnswer>({ method: 'POST', path: '/api/sessions', body: { code }, anonymous: true }),
    me: () => request<Me>({ method: 'GET', path: '/api/me' }),
    /** Binds the phone that WeChat verified; `code` comes from WeChat's phone button. */
    bindPhone: (code: string) => request<Me>({ method: 'POST', path: '/api/me/phone', body: { code } }),
    subscribeTemplates: () =>
      request<{ items: SubscribeTemplate[] }>({ method: 'GET', path: '/api/wechat/subscribe-templates', anonymous: true }),
  };
}
export type AccountApi = ReturnType<typeof createAccountApi>;
