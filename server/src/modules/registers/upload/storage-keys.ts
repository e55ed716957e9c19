/** All uploads lie under this folder, by the day on which they were taken in (UTC). */
export const UPLOADS_FOLDER = 'uploads';

export function storageKeys(id: string, extension: string, at: number): { full: string; thumb: string } {
  const folder = `${UPLOADS_FOLDER}/${new Date(at).toISOString().slice(0, 10)}`;
  return { full: `${folder}/${id}.${extension}`, thumb: `${folder}/${id}-thumb.jpg` };
}

/** Whose file this would be. */
export const idInKey = (key: string): string => (key.split('/').at(-1) ?? '').slice(0, 36);
