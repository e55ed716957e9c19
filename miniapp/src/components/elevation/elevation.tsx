import type { BuildingOutline } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useMemo } from 'react';
import { elevationSvg } from './_lib/elevation-svg';
import './elevation.scss';

interface Props {
  buildings: readonly BuildingOutline[];
  /** Width to height of the picture. */
  ratio?: number;
}

const DRAWN_WIDTH = 343;

/** The project's picture: its buildings drawn from data. */
export function Elevation({ buildings, ratio = 343 / 152 }: Props) {
  const image = useMemo(
    () => `url("data:image/svg+xml,${encodeURIComponent(elevationSvg(buildings, DRAWN_WIDTH, Math.round(DRAWN_WIDTH / ratio)))}")`,
    [buildings, ratio],
  );
  const said = `楼盘立面示意图，共 ${buildings.length} 栋`;
  return (
    <View
      className="elevation"
      style={{ backgroundImage: image, paddingTop: `${100 / ratio}%` }}
      {...({ role: 'img', ariaLabel: said } as object)}
    />
  );
}
