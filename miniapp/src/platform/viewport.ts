import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { IS_H5 } from './environment';

/** From this width on, staff tools stand in columns. */
export const WIDE_FROM = 900;

export interface Viewport {
  width: number;
  height: number;
  wide: boolean;
}

function measure(): Viewport {
  const { windowWidth, windowHeight } = Taro.getWindowInfo();
  return { width: windowWidth, height: windowHeight, wide: windowWidth >= WIDE_FROM };
}

/** Size of the window in px, followed when it changes. */
export function useViewport(): Viewport {
  const [viewport, setViewport] = useState(measure);
  useEffect(() => {
    const follow = () => setViewport(measure());
    if (IS_H5) {
      window.addEventListener('resize', follow);
      return () => window.removeEventListener('resize', follow);
    }
    Taro.onWindowResize?.(follow);
    return () => Taro.offWindowResize?.(follow);
  }, []);
  return viewport;
}
