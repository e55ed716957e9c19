import type { GridPhoto } from './photo-grid';

interface Upload {
  id: string;
  kind: GridPhoto['kind'];
  url: string | null;
  stillUrl: string | null;
  durationMs: number | null;
  state: 'waiting' | 'sending' | 'arrived' | 'failed';
  percent: number;
}

/** A file on its way from this phone as it is drawn, with where it is in a word. */
export const uploadTile = ({ id, kind, url, stillUrl, durationMs, state, percent }: Upload): GridPhoto => ({
  id,
  kind,
  picture: kind === 'video' ? stillUrl : url,
  durationMs,
  word: wordOf(state, percent),
  percent: state === 'sending' ? percent : null,
  failed: state === 'failed',
});

function wordOf(state: Upload['state'], percent: number): string {
  if (state === 'arrived') return '已送达';
  // Whole only once the server has said so.
  if (state === 'sending') return `上传中 ${Math.min(percent, 99)}%`;
  return state === 'failed' ? '未送达，点此重试' : '未上传';
}
