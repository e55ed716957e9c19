import { createContext } from 'react';

/** What every page obeys without being told by its parent: set once by the app. */
export interface Settings {
  /** 大字. */
  largeType: boolean;
  online: boolean;
  /** At least 900 px: columns instead of one strip. */
  wide: boolean;
}

export const PageSettings = createContext<Settings>({ largeType: false, online: true, wide: false });
