import Taro from '@tarojs/taro';
import { IS_H5 } from './environment';

/** WGS-84 degrees. */
export interface Place {
  latitude: number;
  longitude: number;
}

const PATIENCE_MS = 10_000;

/** Where the phone is, about; asks the person the first time. Null when they would rather not say, or nobody knows. */
export async function askForPlace(): Promise<Place | null> {
  try {
    const { latitude, longitude } = IS_H5 ? await placeOfBrowser() : await Taro.getFuzzyLocation({ type: 'wgs84' });
    return { latitude, longitude };
  } catch {
    return null;
  }
}

const placeOfBrowser = (): Promise<Place> =>
  new Promise((resolve, reject) => {
    if (!navigator.geolocation) return reject(new Error('no geolocation'));
    navigator.geolocation.getCurrentPosition(({ coords }) => resolve(coords), reject, { timeout: PATIENCE_MS, enableHighAccuracy: true });
  });
