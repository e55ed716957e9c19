import type { WorkOrderBoard } from '@guihu/shared';
import { View } from '@tarojs/components';
import { LoadBar } from '@/components/load-bar/load-bar';
import { Avatar } from '@/components/person-card/avatar';
import { StatusTag } from '@/components/status-tag/status-tag';
import { Tap } from '@/components/tap/tap';
import { shareOf } from '../_lib/board-words';

interface Props {
  person: WorkOrderBoard['people'][number];
  onTap: () => void;
}

/** One colleague: what they know, whether they are there, how full their hands are, what is late. */
export function EngineerRow({ person, onTap }: Props) {
  const { name, skills, onDuty, shift, open, capacity, late } = person;
  const there = onDuty ? shift : `${shift}，接单已关闭`;
  return (
    <Tap className="engineer-row" label={`${name}，${there}，手上 ${open} 张，超时 ${late} 张`} onTap={onTap}>
      <View className="row">
        <Avatar name={name} />
        <View className="grow">
          <View className="one-line">{name}</View>
          <View className="t-note ink-2 one-line">{[there, skills.join('、')].filter(Boolean).join(' · ')}</View>
        </View>
        {late > 0 ? <StatusTag text={`超时 ${late}`} tone="late" /> : null}
      </View>
      <LoadBar share={shareOf(person)} text={`手上 ${open}/${capacity}`} />
    </Tap>
  );
}
