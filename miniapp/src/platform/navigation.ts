import Taro from '@tarojs/taro';
import { addressOf, PATHS, type RouteName, type RouteParams, TABS } from './routes';

/** WeChat keeps at most ten pages open. */
const DEEPEST = 10;

/** Opens a page on top of this one; tabs are switched to. */
export function go<N extends RouteName>(name: N, params?: RouteParams[N]): void {
  openPath(addressOf(name, params));
}

/** Opens a page in place of this one, so that going back skips what was just finished. */
export function replaceWith<N extends RouteName>(name: N, params?: RouteParams[N]): void {
  if (TABS.includes(PATHS[name])) void Taro.switchTab({ url: PATHS[name] });
  else void Taro.redirectTo({ url: addressOf(name, params) });
}

/** Opens a path that came from the server, such as the page of a message. */
export function openPath(path: string): void {
  const url = path.startsWith('/') ? path : `/${path}`;
  if (TABS.includes(url.split('?')[0] as string)) void Taro.switchTab({ url: url.split('?')[0] as string });
  else if (Taro.getCurrentPages().length >= DEEPEST) void Taro.redirectTo({ url });
  else void Taro.navigateTo({ url });
}

/** Back to where the person came from, or home when the page was opened from a message. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.switchTab({ url: PATHS.home });
}

/** Back to where the person came from; to `name` when the page was opened from a message. */
export function backOr<N extends RouteName>(name: N, params?: RouteParams[N]): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else replaceWith(name, params);
}
