import { useSyncExternalStore } from 'react';
import { keep, recall } from '@/platform/storage';

/** The 大字 setting of this device. */
let large: boolean | null = null;
const listeners = new Set<() => void>();

const isLarge = (): boolean => {
  large ??= recall<boolean>('large-type') ?? false;
  return large;
};

export function setLargeType(value: boolean): void {
  large = value;
  keep('large-type', value);
  for (const listener of listeners) listener();
}

export function useLargeType(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, isLarge);
}
