import Taro, { useDidShow, usePullDownRefresh, useReachBottom, useRouter, useShareAppMessage } from '@tarojs/taro';

/** Each time the page comes to the front, the first included. */
export const usePageShow = useDidShow;

/** The end of the page is near; fetch the next ones. */
export const useEndReached = useReachBottom;

/** Pulling the page down runs `refresh`; the spinner stays until it is done. */
export function usePullRefresh(refresh: () => Promise<unknown>): void {
  usePullDownRefresh(() => {
    refresh().finally(() => Taro.stopPullDownRefresh());
  });
}

/** What a friend sees when the page is sent on. */
export function useShare(card: () => { title: string; path: string }): void {
  useShareAppMessage(() => card());
}

/** Parameters of the page's address, decoded. */
export function useParams<T extends object>(): Partial<T> {
  const { params } = useRouter();
  const decoded = Object.entries(params).map(([name, value]) => [name, value === undefined ? value : decodeURIComponent(value)]);
  return Object.fromEntries(decoded) as Partial<T>;
}

export function setTitle(title: string): void {
  Taro.setNavigationBarTitle({ title });
}
