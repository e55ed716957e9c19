import type { ProjectDetail, ReferralLink } from '@guihu/shared';
import { useCallback, useEffect, useState } from 'react';
import { drawPicture } from '@/platform/canvas-picture';
import { fileAddress } from '@/platform/environment';
import { useHere } from '@/platform/use-here';
import { POSTER, paintPoster, posterWords } from '../../../_lib/poster';

export function usePoster(canvasId: string, project: ProjectDetail | null, link: ReferralLink | null) {
  const [drawn, setDrawn] = useState<{ picture: string | null; failed: boolean }>({ picture: null, failed: false });
  const here = useHere();
  const { referrerName, qrcodeUrl } = link ?? {};

  const draw = useCallback(() => {
    if (!project || !referrerName || !qrcodeUrl) return;
    // What is read again while the poster is looked at changes it in place.
    setDrawn(({ picture }) => ({ picture, failed: false }));
    const words = posterWords(project, referrerName);
    const { buildings } = project;
    drawPicture(canvasId, {
      ...POSTER,
      images: { code: fileAddress(qrcodeUrl) },
      paint: (context, { code }) => paintPoster(context, { buildings, words, code }),
    }).then(
      (picture) => here.current && setDrawn({ picture, failed: false }),
      () => here.current && setDrawn({ picture: null, failed: true }),
    );
  }, [canvasId, project, referrerName, qrcodeUrl, here]);

  useEffect(draw, [draw]);
  return { ...drawn, again: draw };
}
