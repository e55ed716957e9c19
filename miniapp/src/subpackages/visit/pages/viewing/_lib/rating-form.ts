import { VIEWING_RATING_TAGS, type ViewingRating } from '@guihu/shared';

export interface RatingForm {
  /** 0 until chosen. */
  stars: number;
  tags: string[];
  words: string;
}

export const EMPTY_RATING: RatingForm = { stars: 0, tags: [], words: '' };

/** Praise comes first in the catalogue, then complaint. */
const GOOD = VIEWING_RATING_TAGS.slice(0, 3);
const BAD = VIEWING_RATING_TAGS.slice(3);
const MIDDLE = 3;

/** Three stars are neither: whoever gives them may say both. */
export function tagsFor(stars: number): readonly string[] {
  if (stars === 0) return [];
  if (stars === MIDDLE) return VIEWING_RATING_TAGS;
  return stars > MIDDLE ? GOOD : BAD;
}

/** The rating as the server takes it; tags of another number of stars are left behind. */
export function ratingOf({ stars, tags, words }: RatingForm): ViewingRating {
  const text = words.trim();
  return { stars, tags: tags.filter((tag) => tagsFor(stars).includes(tag)), ...(text ? { words: text } : {}) };
}
