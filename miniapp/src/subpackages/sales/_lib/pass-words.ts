import { decodedOnce } from '@/platform/scanned-channel';

const PARAM = /[?&](?:pass|code)=([^&#]+)/;

/** The pass out of what was scanned or typed: the bare letters and digits, or an address that carries them. Blanks that people put in are dropped. */
export function passIn(text: string): string {
  const carried = PARAM.exec(text);
  return (carried ? decodedOnce(carried[1] as string) : text).replace(/[\s-]/g, '');
}
