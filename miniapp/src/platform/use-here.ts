import { type RefObject, useEffect, useRef } from 'react';

/** Whether the page is still open, for answers that come after a while. */
export function useHere(): RefObject<boolean> {
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return here;
}
