import { LIVE_CODE_PATTERN, SCENE_CODE_KEY } from '@guihu/shared';

/** What a page's address says about where the visitor came from. */
export interface Scanned {
  /** A channel code in a link of our own. */
  channel?: string;
  /** What WeChat hands over from a mini-program code: at most 32 characters, such as `c=online.douyin`. */
  scene?: string;
  /** A live code in a link of our own. */
  k?: string;
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
  return scene.includes('=') ? inScene(scene, 'c') : scene;
}

/**
 * The live code that a link or a scanned code carries; undefined when there is none, or when what stands there cannot be one: cut
 * short, edited, of another app. Such a visitor is as welcome as any, and nobody is told of an error they did not make.
 */
export function liveCodeOf({ k, scene }: Scanned): string | undefined {
  const found = k || (scene && inScene(scene, SCENE_CODE_KEY));
  const code = found?.trim().toUpperCase();
  return code && LIVE_CODE_PATTERN.test(code) ? code : undefined;
}

function inScene(scene: string, key: string): string | undefined {
  const pair = scene.split('&').find((part) => part.startsWith(`${key}=`));
  return pair?.slice(key.length + 1) || undefined;
}
