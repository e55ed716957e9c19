import Taro from '@tarojs/taro';
import { IS_H5 } from './environment';
import { saveText } from './save-text';

export interface CalendarEntry {
  title: string;
  description: string;
  location: string;
  /** Epoch milliseconds. */
  startsAt: number;
  endsAt: number;
  /** Seconds before the start. */
  alarmBefore: number;
}

const CANCELLED = /cancel/i;

/**
 * Puts an entry into the phone's own calendar; on h5 hands over `file`, which every calendar opens. Resolves with what came of it:
 * the person may turn away, or never have allowed it. Rejects when
 * the file cannot be had.
 */
export async function addToCalendar(
  entry: CalendarEntry,
  file: { name: string; text: () => Promise<string> },
): Promise<'added' | 'saved' | 'refused' | 'left'> {
  if (IS_H5) {
    saveText(file.name, await file.text(), 'text/calendar');
    return 'saved';
  }
  try {
    await Taro.addPhoneCalendar({
      title: entry.title,
      description: entry.description,
      location: entry.location,
      startTime: Math.floor(entry.startsAt / 1000),
      // Unlike the start, the end is a word.
      endTime: String(Math.floor(entry.endsAt / 1000)),
      alarmOffset: entry.alarmBefore,
    });
    return 'added';
  } catch (failure) {
    return CANCELLED.test(String((failure as { errMsg?: string })?.errMsg)) ? 'left' : 'refused';
  }
}
