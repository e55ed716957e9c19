import { useCallback, useRef } from 'react';
import { uuid } from '@/platform/uuid';

/** A key for sending something once: the same for the same content while the page is open, another one for anything else. */
export function useKeyOf(): (body: unknown) => string {
  const sent = useRef({ body: '', key: '' });
  return useCallback((content: unknown) => {
    const body = JSON.stringify(content);
    if (sent.current.body !== body) sent.current = { body, key: uuid() };
    return sent.current.key;
  }, []);
}
