import type { LeadBoard } from '@guihu/shared';
import { View } from '@tarojs/components';
import { LoadBar } from '@/components/load-bar/load-bar';
import { Avatar } from '@/components/person-card/avatar';
import { StatusTag } from '@/components/status-tag/status-tag';
import { Tap } from '@/components/tap/tap';
import { loadOf } from '../_lib/board-words';

interface Props {
  person: LeadBoard['people'][number];
  /** Steps of follow-up plans whose time has passed. */
  overdue: number;
  onTap: () => void;
}

/** One colleague: how full, what waits, what is late. A row on a phone, a line of the table on a desk. */
export function PersonRow({ person, overdue, onTap }: Props) {
  const { name, teamName, onDuty, open, capacity, waiting, late } = person;
  return (
    <Tap className="board__person" label={`${name}，在跟 ${open}，超时 ${late}，逾期任务 ${overdue}`} onTap={onTap}>
      <View className="board__who">
        <Avatar name={name} />
        <View className="grow">
          <View className="one-line">{name}</View>
          <View className="t-note ink-2 one-line">{[teamName, onDuty ? '在岗' : '离岗'].filter(Boolean).join(' · ')}</View>
        </View>
      </View>
      <View className="board__load">
        <LoadBar share={loadOf(person)} text={`在跟 ${open}/${capacity}`} />
      </View>
      <View className="board__marks">
        {waiting > 0 ? <StatusTag text={`待接 ${waiting}`} tone="accent" /> : null}
        {late > 0 ? <StatusTag text={`超时 ${late}`} tone="late" /> : null}
        {overdue > 0 ? <StatusTag text={`逾期 ${overdue}`} tone="late" /> : null}
        {waiting + late + overdue > 0 ? null : open > 0 ? <StatusTag text="都按时" tone="done" /> : <StatusTag text="空闲" tone="calm" />}
      </View>
    </Tap>
  );
}
