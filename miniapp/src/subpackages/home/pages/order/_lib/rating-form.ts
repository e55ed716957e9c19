import { DEFAULT_SERVICE_POLICY, RATING_TAGS, type RatingRequest } from '@guihu/shared';

export interface RatingForm {
  /** 0 until chosen. */
  stars: number;
  tags: string[];
  comment: string;
  /** Asked after few stars; null until answered. */
  stillBroken: boolean | null;
}

export const EMPTY_RATING: RatingForm = { stars: 0, tags: [], comment: '', stillBroken: null };

/** Stars after which it matters whether the thing itself is mended. */
export const isLow = (stars: number): boolean => stars > 0 && stars <= DEFAULT_SERVICE_POLICY.lowStars;

/** Three stars are neither: whoever gives them may say both. */
export function tagsFor(stars: number): readonly string[] {
  if (stars === 0) return [];
  if (stars === 3) return [...RATING_TAGS.good, ...RATING_TAGS.bad];
  return stars > 3 ? RATING_TAGS.good : RATING_TAGS.bad;
}

/** What is still missing, in a sentence. */
export function missingInRating({ stars, stillBroken }: RatingForm): string | null {
  if (stars === 0) return '请先点星星打分';
  return isLow(stars) && stillBroken === null ? '请告诉我们问题解决了没有' : null;
}

/** The rating as the server takes it; tags of another number of stars are left behind. */
export function ratingOf({ stars, tags, comment, stillBroken }: RatingForm): RatingRequest {
  const fitting = tags.filter((tag) => tagsFor(stars).includes(tag));
  const words = comment.trim();
  return {
    stars,
    ...(fitting.length > 0 ? { tags: fitting } : {}),
    ...(words ? { comment: words } : {}),
    ...(isLow(stars) && stillBroken !== null ? { stillBroken } : {}),
  };
}
