import Taro from '@tarojs/taro';
import { IS_H5 } from './environment';

/** A browser has no scanner of WeChat's: what would be scanned is typed there. */
export const CAN_SCAN = !IS_H5;

/** What stands in the code held before the camera; null when the person turned away. */
export async function scanCode(): Promise<string | null> {
  if (!CAN_SCAN) return null;
  try {
    const { result, path } = await Taro.scanCode({ scanType: ['qrCode', 'barCode'] });
    return (path || result || '').trim() || null;
  } catch {
    return null;
  }
}
