import { IS_H5 } from './environment';
import { choosePhotosOnH5, chooseVideoOnH5 } from './media-h5';
import type { Media } from './media-limits';
import { choosePhotosInWechat, chooseVideoInWechat } from './media-weapp';

/**
 * Lets the person photograph or choose up to `most` photos, made small on the phone; empty when they changed their mind.
 * @throws MediaRefused with a sentence for the person
 */
export const choosePhotos = (most: number): Promise<Media[]> => (IS_H5 ? choosePhotosOnH5(most) : choosePhotosInWechat(most));

/**
 * One video of at most a minute; null when they changed their mind.
 * @throws MediaRefused with a sentence for the person
 */
export const chooseVideo = (): Promise<Media | null> => (IS_H5 ? chooseVideoOnH5() : chooseVideoInWechat());
