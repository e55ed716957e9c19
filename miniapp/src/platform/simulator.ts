import { NoIdentity } from './api-problem';
import { IS_H5 } from './environment';
import { sendByTaro } from './transport';

/** Beside the WeChat simulator, h5 plays a named person; the address says who: `?persona=`, kept for the tab. */
let current: string | null | undefined;
const KEPT_UNDER = 'guihu.persona';

/** Key of the person this page plays; null in WeChat and for a visitor without one. */
export function persona(): string | null {
  if (!IS_H5) return null;
  if (current === undefined) current = fromAddress() ?? window.sessionStorage.getItem(KEPT_UNDER);
  if (current) window.sessionStorage.setItem(KEPT_UNDER, current);
  return current ?? null;
}

function fromAddress(): string | null {
  const inHash = window.location.hash.split('?')[1] ?? '';
  return new URLSearchParams(window.location.search).get('persona') ?? new URLSearchParams(inHash).get('persona');
}

/**
 * Asks the simulator to act as this person's WeChat.
 * @throws NoIdentity when nobody is played or there is no simulator.
 */
export async function asPersona<T>(action: 'login-code' | 'phone-code' | 'subscriptions', body: object = {}): Promise<T> {
  const key = persona();
  if (!key) throw new NoIdentity();
  const answer = await sendByTaro({
    method: 'POST',
    url: `/wechat/__sim/personas/${encodeURIComponent(key)}/${action}`,
    headers: { 'Content-Type': 'application/json' },
    body,
  });
  if (answer.status < 200 || answer.status >= 300) throw new NoIdentity();
  return answer.body as T;
}
