import type { ProjectDetail, ReferralLink } from '@guihu/shared';
import { useEffect, useState } from 'react';
import { drawPicture } from '@/platform/canvas-picture';
import { useHere } from '@/platform/use-here';
import { paintShareCard, posterWords, SHARE_CARD } from '../../../_lib/poster';

/** The picture of the share card, drawn beforehand: there is no time for it once the card is asked for. Null until then; WeChat then shows the page. */
export function useShareCard(canvasId: string, project: ProjectDetail | null, link: ReferralLink | null): string | null {
  const [picture, setPicture] = useState<string | null>(null);
  const here = useHere();
  const name = link?.referrerName;
  useEffect(() => {
    if (!project || !name) return;
    const words = posterWords(project, name);
    drawPicture(canvasId, {
      ...SHARE_CARD,
      images: {},
      paint: (context) => paintShareCard(context, { buildings: project.buildings, words }),
    }).then(
      (drawn) => here.current && setPicture(drawn),
      () => undefined,
    );
  }, [canvasId, project, name, here]);
  return picture;
}
