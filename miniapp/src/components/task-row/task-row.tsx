import { sayTime, type TaskView } from '@guihu/shared';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Deadline } from '../deadline/deadline';
import { StatusTag } from '../status-tag/status-tag';
import { Tap } from '../tap/tap';
import './task-row.scss';

interface Props {
  task: TaskView;
  /** Epoch milliseconds. */
  now: number;
  /** Left out where the customer is the page itself. */
  withCustomer?: boolean;
  withOwner?: boolean;
  /** Why it matters; a list of many steps tells it of the next one only. */
  withHint?: boolean;
  onTap?: () => void;
  /** Opens why it is due then; left out when the server gave no explanation. */
  onWhy?: () => void;
  /** Buttons under the words. */
  actions?: ReactNode;
}

/** Something to do: for whom, by when, and why by then. */
export function TaskRow({ task, now, withCustomer = true, withOwner = false, withHint = true, onTap, onWhy, actions }: Props) {
  const open = task.status === 'open';
  const dueAt = Date.parse(task.dueAt);
  const hint = open ? (withHint ? task.hint : '') : doneText(task, now);
  const note = [withOwner ? task.ownerName : '', withCustomer ? task.projectName : '', hint].filter(Boolean).join(' · ');
  const words = (
    <>
      <View className="task-row__first">
        <View className="task-row__title">{withCustomer ? `${task.customerName} · ${task.title}` : task.title}</View>
        {open ? (
          <Deadline dueAt={dueAt} now={now} />
        ) : (
          <StatusTag text={task.status === 'done' ? '已完成' : '已取消'} tone={task.status === 'done' ? 'done' : 'calm'} />
        )}
      </View>
      {note ? <View className="task-row__note t-note">{note}</View> : null}
    </>
  );
  return (
    <View className={`task-row ${open ? '' : 'task-row--ended'}`}>
      {onTap ? (
        <Tap className="task-row__words" label={`${task.customerName}，${task.title}，${task.deadline.text}`} onTap={onTap}>
          {words}
        </Tap>
      ) : (
        <View className="task-row__words">{words}</View>
      )}
      {open ? (
        <View className="task-row__foot">
          <View className="task-row__due t-note tabular">{`${sayTime(dueAt, now)} 前`}</View>
          {onWhy && task.why ? (
            <Tap className="task-row__why t-note" label={`${task.title}为什么是这个时间`} onTap={onWhy}>
              为什么
            </Tap>
          ) : null}
          {actions ? <View className="task-row__actions">{actions}</View> : null}
        </View>
      ) : null}
    </View>
  );
}

const doneText = ({ completedAt }: TaskView, now: number): string => (completedAt ? `${sayTime(Date.parse(completedAt), now)} 完成` : '');
