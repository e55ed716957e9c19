import { Canvas, type CanvasProps, View } from '@tarojs/components';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { type ECharts, type EChartsCoreOption, init, use as register, setPlatformAPI } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef, useState } from 'react';
import { openSurface } from '@/platform/drawing-surface';
import { IS_H5 } from '@/platform/environment';

register([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, CanvasRenderer]);

// WeChat has no canvas beside the one that is shown: texts are measured by a table instead.
if (!IS_H5) setPlatformAPI({ createCanvas: () => null as never });

interface Props {
  option: EChartsCoreOption;
  /** px. */
  height: number;
  /** What the picture shows, for whoever does not see it. */
  label: string;
}

let drawn = 0;

/** A picture made by ECharts: on an element on h5, on a 2d canvas in WeChat. */
export function Chart({ option, height, label }: Props) {
  const [id] = useState(() => `chart-${++drawn}`);
  const chart = useRef<ECharts | null>(null);
  const latest = useRef(option);
  latest.current = option;

  useEffect(() => {
    let left = false;
    let stop = () => {};
    void openSurface(id).then((surface) => {
      if (!surface || left) return;
      const { target, width, height: tall, pixelRatio } = surface;
      const made = init(target, undefined, {
        renderer: 'canvas',
        width: IS_H5 ? undefined : width,
        height: IS_H5 ? undefined : tall,
        devicePixelRatio: pixelRatio,
      });
      made.setOption(latest.current);
      chart.current = made;
      stop = surface.watch(() => made.resize());
    });
    return () => {
      left = true;
      stop();
      chart.current?.dispose();
      chart.current = null;
    };
  }, [id]);

  useEffect(() => chart.current?.setOption(option, true), [option]);

  const style = { display: 'block', width: '100%', height: `${height}px` };
  if (IS_H5) return <View id={id} style={style} {...({ role: 'img', ariaLabel: label } as object)} />;
  const point: CanvasProps['onTouchStart'] = (event) => {
    const [touch] = event.touches as unknown as { x: number; y: number }[];
    if (touch) pointAt(chart.current, touch);
  };
  return (
    <Canvas type="2d" id={id} canvasId={id} style={style} onTouchStart={point} {...({ ariaRole: 'img', ariaLabel: label } as object)} />
  );
}

/** WeChat's canvas hears no mouse: a finger on it is told to the chart as one, so that the values there come up. */
function pointAt(chart: ECharts | null, { x, y }: { x: number; y: number }): void {
  const nothing = () => undefined;
  chart?.getZr().handler.dispatch('mousemove', { zrX: x, zrY: y, preventDefault: nothing, stopPropagation: nothing } as never);
}
