import { ScrollView, View } from '@tarojs/components';
import { useState } from 'react';
import { Tap } from '@/components/tap/tap';
import { spanOf } from '@/components/viewing-row/viewing-words';
import { type DayStrip, nowLine, type StripBlock } from '../_lib/day-strip';
import { LANE_PX, rowSvg } from '../_lib/strip-svg';
import './day-strip-view.scss';

interface Props {
  strip: DayStrip;
  now: number;
  /** The visit whose detail stands beside. */
  chosen: string | null;
  onOpen: (block: StripBlock) => void;
}

/** What of the past stays in view at the left of now, px. */
const BEFORE_NOW = 90;

/** The day drawn: each host a row, each visit a block to tap, and a line where it is now. */
export function DayStripView({ strip, now, chosen, onOpen }: Props) {
  const line = nowLine(strip, now);
  // Scrolled to once: afterwards the strip stays where the finger left it.
  const [scrolledTo] = useState(() => Math.max(0, (line ?? 0) - BEFORE_NOW));
  return (
    <ScrollView scrollX scrollLeft={scrolledTo} className="day-strip">
      <View className="day-strip__all" style={{ width: `${Math.ceil(strip.width) + 32}px` }}>
        <View className="day-strip__hours">
          {strip.hours.map(({ left, label }) => (
            <View key={label} className="day-strip__hour t-small tabular" style={{ left: `${left}px` }}>
              {label}
            </View>
          ))}
        </View>
        {strip.rows.map((row) => (
          <View key={row.hostId ?? 'nobody'} className="day-strip__row">
            <View className="day-strip__host t-note">
              {row.hostName}
              <View className="day-strip__count ink-2">{row.count}</View>
            </View>
            <View
              className="day-strip__track"
              style={{
                width: `${Math.ceil(strip.width)}px`,
                height: `${row.lanes * LANE_PX}px`,
                backgroundImage: `url("data:image/svg+xml,${encodeURIComponent(rowSvg(strip, row))}")`,
              }}
            >
              {line === null ? null : <View className="day-strip__now" style={{ left: `${line}px` }} />}
              {row.blocks.map((block) => (
                <View key={block.key} className="day-strip__place" style={placeOf(block)}>
                  <Tap
                    className={`day-strip__block day-strip__block--${block.state} ${block.visits.some(({ id }) => id === chosen) ? 'day-strip__block--on' : ''}`}
                    label={sayBlock(block)}
                    onTap={() => onOpen(block)}
                  >
                    <View className="t-small one-line">{block.name}</View>
                    <View className="day-strip__said t-small one-line">{block.said}</View>
                  </Tap>
                </View>
              ))}
            </View>
          </View>
        ))}
      </View>
    </ScrollView>
  );
}

const placeOf = ({ left, width, lane }: StripBlock) => ({
  left: `${left}px`,
  top: `${lane * LANE_PX}px`,
  width: `${width}px`,
  height: `${LANE_PX}px`,
});

function sayBlock({ visits, name, said }: StripBlock): string {
  return `${spanOf(visits[0] as StripBlock['visits'][number])} ${name}，${said}`;
}
