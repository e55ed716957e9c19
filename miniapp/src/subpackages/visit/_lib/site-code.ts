import { decodedOnce, liveCodeOf } from '@/platform/scanned-channel';

/** The code at the door out of whatever a scanner or a hand gives: a page's path, a link, or the ten characters themselves. */
export function siteCodeOf(given: string): string | undefined {
  const text = given.trim();
  const query = text.split('?')[1]?.split('#')[0];
  if (!query) return liveCodeOf({ k: text.replace(/[\s-]/g, ''), scene: undefined });
  const pairs = Object.fromEntries(query.split('&').map((pair) => [pair.split('=')[0], decodedOnce(pair.slice(pair.indexOf('=') + 1))]));
  return liveCodeOf(pairs);
}
