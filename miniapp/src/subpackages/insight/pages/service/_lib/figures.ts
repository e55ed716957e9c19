/** `23.3%`, `20%`. */
export function sayShare(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}

/** Of a share that has a target: never rounded up to a promise that was not kept. */
export function sayKept(share: number): string {
  return `${Math.floor(share * 1000 + 1e-9) / 10}%`;
}

/** `45 分钟`, `18.5 小时`. */
export function sayMinutes(minutes: number): string {
  return minutes < 60 ? `${Math.round(minutes)} 分钟` : `${hoursOf(minutes)} 小时`;
}

/** Hours with one digit after the point. */
export function hoursOf(minutes: number): number {
  return Math.round(minutes / 6) / 10;
}

export function sayStars(stars: number): string {
  return `${Math.round(stars * 10) / 10} 星`;
}

/** `12,345 张`. */
export function sayCount(count: number): string {
  return `${count.toLocaleString('en-US')} 张`;
}
