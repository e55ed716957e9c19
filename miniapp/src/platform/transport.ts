import Taro from '@tarojs/taro';
import { NetworkFailure, type NetworkFailureKind } from './api-problem';
import { API_BASE, IS_H5 } from './environment';

export interface WireRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path with query, from the root of the API. */
  url: string;
  headers: Record<string, string>;
  body?: unknown;
}

export interface WireAnswer {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: unknown;
}

/** Sends one request and resolves with any HTTP answer; rejects with `NetworkFailure` when none came. */
export type Transport = (request: WireRequest) => Promise<WireAnswer>;

export interface WireUpload {
  url: string;
  headers: Record<string, string>;
  filePath: string;
  fileName: string;
}

const TIMEOUT_MS = 15_000;
const UPLOAD_TIMEOUT_MS = 120_000;

export const sendByTaro: Transport = async ({ method, url, headers, body }) => {
  try {
    const answer = await Taro.request({
      url: API_BASE + url,
      method,
      header: headers,
      data: body as never,
      dataType: 'json',
      timeout: TIMEOUT_MS,
    });
    return { status: answer.statusCode, headers: lowerCased(answer.header), body: answer.data };
  } catch (failure) {
    // On h5 an answer whose body is not JSON is thrown too, with its status.
    const status = (failure as { statusCode?: number })?.statusCode;
    if (status) return { status, headers: {}, body: null };
    throw new NetworkFailure(await kindOf(failure));
  }
};

/** Sends one file as the multipart field `file`. */
export async function uploadByTaro({ url, headers, filePath, fileName }: WireUpload): Promise<WireAnswer> {
  try {
    const answer = await Taro.uploadFile({
      url: API_BASE + url,
      filePath,
      fileName,
      name: 'file',
      header: headers,
      timeout: UPLOAD_TIMEOUT_MS,
    });
    return { status: answer.statusCode, headers: lowerCased((answer as { header?: object }).header), body: parsed(answer.data) };
  } catch (failure) {
    throw new NetworkFailure(await kindOf(failure));
  }
}

function lowerCased(headers: object | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

function parsed(text: unknown): unknown {
  if (typeof text !== 'string') return text;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function kindOf(failure: unknown): Promise<NetworkFailureKind> {
  // Taro's own answer on h5 knows the kind of network, but not that there is none.
  if (IS_H5 && !navigator.onLine) return 'offline';
  const text = String((failure as { errMsg?: string; message?: string })?.errMsg ?? (failure as Error)?.message ?? '');
  if (/timeout|abort/i.test(text)) return 'timeout';
  try {
    return (await Taro.getNetworkType()).networkType === 'none' ? 'offline' : 'unreachable';
  } catch {
    return 'unreachable';
  }
}
