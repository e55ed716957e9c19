import Taro from '@tarojs/taro';
import { persona } from './simulator';

/** Two people played in two tabs of one browser keep their things apart. */
const keyOf = (name: string) => `guihu:${persona() ?? 'me'}:${name}`;

/** What was kept under a name; null when nothing was, or it cannot be read any more. */
export function recall<T>(name: string): T | null {
  try {
    const kept = Taro.getStorageSync<string>(keyOf(name));
    return kept ? (JSON.parse(kept) as T) : null;
  } catch {
    return null;
  }
}

/** Keeps a value on this device. A full device is not a reason to stop: what is kept here can always be fetched or typed again. */
export function keep(name: string, value: unknown): void {
  try {
    Taro.setStorageSync(keyOf(name), JSON.stringify(value));
  } catch {
    // see above
  }
}

export function forget(name: string): void {
  try {
    Taro.removeStorageSync(keyOf(name));
  } catch {
    // nothing kept, nothing to forget
  }
}
