import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';
import { IS_H5 } from './environment';

let online = true;
const listeners = new Set<() => void>();
let watching = false;

function watch(): void {
  if (watching) return;
  watching = true;
  const tell = (value: boolean) => {
    if (value === online) return;
    online = value;
    for (const listener of listeners) listener();
  };
  if (IS_H5) {
    tell(navigator.onLine);
    window.addEventListener('online', () => tell(true));
    window.addEventListener('offline', () => tell(false));
    return;
  }
  void Taro.getNetworkType({ success: ({ networkType }) => tell(networkType !== 'none') });
  Taro.onNetworkStatusChange(({ isConnected }) => tell(isConnected));
}

function subscribe(listener: () => void): () => void {
  watch();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Runs `then` each time the network has come back. */
export function whenOnline(then: () => void): void {
  subscribe(() => online && then());
}

/** Whether the phone has a network at all. */
export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => online);
}
