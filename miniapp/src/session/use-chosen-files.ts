import { MOST_PHOTOS, MOST_VIDEOS } from '@guihu/shared';
import { useEffect, useRef } from 'react';
import { say } from '@/platform/feedback';
import { choosePhotos, chooseVideo } from '@/platform/media';
import { type Media, MediaRefused } from '@/platform/media-limits';
import type { QueuedUpload } from '@/platform/upload-queue';
import { uploads, useUploads } from './outgoing';

export interface ChosenFiles {
  /** Those of this form, in its order. */
  files: QueuedUpload[];
  morePhotos: number;
  moreVideos: number;
  addPhotos: () => Promise<void>;
  addVideo: () => Promise<void>;
  remove: (id: string) => void;
}

/** Photos and the video of a form: chosen, made small, kept on the phone and already on their way while the rest is filled in. */
export function useChosenFiles(ids: readonly string[], onChange: (ids: string[]) => void): ChosenFiles {
  const all = useUploads();
  // Making pictures small takes a while, in which others may be added or removed.
  const latest = useRef(ids);
  latest.current = ids;
  const become = (next: string[]) => {
    latest.current = next;
    onChange(next);
  };
  const files = ids.flatMap((id) => all.find((upload) => upload.id === id) ?? []);
  const count = (kind: QueuedUpload['kind']) => files.filter((file) => file.kind === kind).length;
  const morePhotos = MOST_PHOTOS - count('image');
  const moreVideos = MOST_VIDEOS - count('video');

  useEffect(() => {
    // A draft of last week names files that the phone has let go of since.
    void uploads.settled([]).then(() => {
      const known = ids.filter((id) => uploads.list().some((upload) => upload.id === id));
      if (known.length < ids.length) onChange(known);
    });
  }, [ids, onChange]);

  const add = async (choose: () => Promise<Media[]>) => {
    try {
      for (const media of await choose()) {
        const id = await uploads.add(media);
        become([...latest.current, id]);
      }
    } catch (failure) {
      say(failure instanceof MediaRefused ? failure.message : '没能加上，请再试一次');
    }
  };
  return {
    files,
    morePhotos,
    moreVideos,
    addPhotos: () => add(async () => (await choosePhotos(morePhotos)).slice(0, morePhotos)),
    addVideo: () => add(async () => [await chooseVideo()].filter((video) => video !== null)),
    remove: (id) => {
      become(latest.current.filter((other) => other !== id));
      void uploads.release([id]);
    },
  };
}
