import type { LayoutView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useContext, useMemo } from 'react';
import { PageSettings } from '../page-frame/page-settings';
import { drawPlan } from './_lib/plan-svg';
import './layout-plan.scss';

interface Props {
  layout: Pick<LayoutView, 'title' | 'code' | 'areaSqm' | 'rooms'>;
  /** px it will be shown at; the words keep their size at any width. */
  width: number;
}

/** A home's floor plan, drawn to scale from its rooms. */
export function LayoutPlan({ layout, width }: Props) {
  const { largeType } = useContext(PageSettings);
  const plan = useMemo(
    () => (layout.rooms.length > 0 ? drawPlan(layout.rooms, width, largeType ? 15 : 12) : null),
    [layout.rooms, width, largeType],
  );
  if (!plan) return <View className="layout-plan layout-plan--none t-note ink-2">户型图整理中</View>;
  const said = `${layout.code} 户型图，${layout.title}，建筑面积 ${layout.areaSqm}㎡，${layout.rooms.map((room) => room.name).join('、')}`;
  return (
    <View
      className="layout-plan"
      style={{
        width: `${plan.width}px`,
        height: `${plan.height}px`,
        backgroundImage: `url("data:image/svg+xml,${encodeURIComponent(plan.svg)}")`,
      }}
      {...({ role: 'img', ariaLabel: said } as object)}
    />
  );
}
