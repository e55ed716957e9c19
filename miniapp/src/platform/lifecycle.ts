import Taro, { useDidHide, useDidShow, usePullDownRefresh, useReachBottom, useRouter, useShareAppMessage } from '@tarojs/taro';
import { decodedOnce } from './scanned-channel';

/** Each time the page comes to the front, the first included. */
export const usePageShow = useDidShow;

/** Each time another page or another app comes over it. */
export const usePageHide = useDidHide;

/** The end of the page is near; fetch the next ones. */
export const useEndReached = useReachBottom;

/** Pulling the page down runs `refresh`; the spinner stays until it is done. */
export function usePullRefresh(refresh: () => Promise<unknown>): void {
  usePullDownRefresh(() => {
    void refresh().finally(() => Taro.stopPullDownRefresh());
  });
}

/** What a friend sees when the page is sent on; without a picture of its own WeChat shows the page as it stands. */
export function useShare(card: () => { title: string; path: string; imageUrl?: string }): void {
  useShareAppMessage(() => card());
}

/** Parameters of the page's address, decoded once; both platforms hand them over as they stand in the address. */
export function useParams<T extends object>(): Partial<T> {
  const { params } = useRouter();
  const decoded = Object.entries(params).map(([name, value]) => [name, value === undefined ? value : decodedOnce(value)]);
  return Object.fromEntries(decoded) as Partial<T>;
}

export function setTitle(title: string): void {
  void Taro.setNavigationBarTitle({ title });
}

/** Brings the first element that matches into view, a little below the top. */
export function scrollTo(selector: string): void {
  Taro.pageScrollTo({ selector, offsetTop: -16, duration: 200 }).catch(() => undefined);
}
