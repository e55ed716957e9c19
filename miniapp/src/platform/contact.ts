import Taro from '@tarojs/taro';
import { IS_H5 } from './environment';

/** Starts a call; the phone asks before dialling. */
export function callPhone(phoneNumber: string): void {
  if (IS_H5) {
    window.location.href = `tel:${phoneNumber.replace(/\s/g, '')}`;
    return;
  }
  // Cancelling the dialogue rejects; that is the person's choice, not a failure.
  Taro.makePhoneCall({ phoneNumber }).catch(() => undefined);
}

export async function copyText(text: string): Promise<void> {
  await Taro.setClipboardData({ data: text });
}
