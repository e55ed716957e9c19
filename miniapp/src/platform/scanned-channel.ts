/** What a page's address says about where the visitor came from. */
export interface Scanned {
  /** A channel code in a link of our own. */
  channel?: string;
  /** What WeChat hands over from a mini-program code: at most 32 characters, such as `c=online.douyin`. */
  scene?: string;
}

/** Percent-decodes once; what somebody mistyped or cut short stays as it came. */
export function decodedOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The channel code that a link or a scanned code carries, from values already decoded; undefined when there is none.
 * A scene holds either the code alone or pairs of which `c` is the code. A link's own channel comes first.
 */
export function channelOf({ channel, scene }: Scanned): string | undefined {
  if (channel) return channel;
  if (!scene) return undefined;
  if (!scene.includes('=')) return scene;
  const pair = scene.split('&').find((part) => part.startsWith('c='));
  return pair?.slice(2) || undefined;
}
