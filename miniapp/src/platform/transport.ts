import Taro from '@tarojs/taro';
import { NetworkFailure, type NetworkFailureKind } from './api-problem';
import { API_BASE, IS_H5 } from './environment';

export interface WireRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path with query, from the root of the API. */
  url: string;
  headers: Record<string, string>;
  body?: unknown;
  /** The answer's body is taken as it stands; a refusal is read all the same. */
  text?: boolean;
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
  /** A path on the phone; on h5 the content itself. */
  content: string | Blob;
  fileName: string;
  onProgress?: (percent: number) => void;
}

const TIMEOUT_MS = 15_000;
const UPLOAD_TIMEOUT_MS = 120_000;

export const sendByTaro: Transport = async ({ method, url, headers, body, text = false }) => {
  try {
    const answer = await Taro.request({
      url: API_BASE + url,
      method,
      header: headers,
      data: body as never,
      dataType: text ? 'text' : 'json',
      timeout: TIMEOUT_MS,
    });
    const refused = answer.statusCode >= 400;
    return { status: answer.statusCode, headers: lowerCased(answer.header), body: refused ? parsed(answer.data) : answer.data };
  } catch (failure) {
    // On h5 an answer whose body is not JSON is thrown too, with its status.
    const status = (failure as { statusCode?: number })?.statusCode;
    if (status) return { status, headers: {}, body: null };
    throw new NetworkFailure(await kindOf(failure));
  }
};

/** Sends one file as the multipart field `file`. */
export function uploadByTaro(upload: WireUpload): Promise<WireAnswer> {
  return typeof upload.content === 'string' ? uploadPath(upload, upload.content) : uploadContent(upload, upload.content);
}

async function uploadPath({ url, headers, fileName, onProgress }: WireUpload, filePath: string): Promise<WireAnswer> {
  try {
    const task = Taro.uploadFile({ url: API_BASE + url, filePath, fileName, name: 'file', header: headers, timeout: UPLOAD_TIMEOUT_MS });
    if (onProgress) task.progress?.(({ progress }) => onProgress(Math.round(progress)));
    const answer = await task;
    return { status: answer.statusCode, headers: lowerCased((answer as { header?: object }).header), body: parsed(answer.data) };
  } catch (failure) {
    throw new NetworkFailure(await kindOf(failure));
  }
}

/** Taro would fetch the content from an address of the browser's own first, which the server's content policy refuses. */
function uploadContent({ url, headers, fileName, onProgress }: WireUpload, content: Blob): Promise<WireAnswer> {
  const form = new FormData();
  form.append('file', content, fileName);
  const request = new XMLHttpRequest();
  request.open('POST', API_BASE + url);
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
  request.timeout = UPLOAD_TIMEOUT_MS;
  if (onProgress)
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => lengthComputable && onProgress(Math.round((loaded / total) * 100));
  return new Promise((resolve, reject) => {
    const failed = (errMsg: string) => void kindOf({ errMsg }).then((kind) => reject(new NetworkFailure(kind)));
    request.onload = () => resolve({ status: request.status, headers: headersOf(request), body: parsed(request.responseText) });
    request.onerror = () => failed('fail');
    request.ontimeout = () => failed('timeout');
    request.send(form);
  });
}

function headersOf(request: XMLHttpRequest): Record<string, string> {
  const lines = request
    .getAllResponseHeaders()
    .trim()
    .split(/[\r\n]+/);
  return Object.fromEntries(lines.map((line) => [line.split(':')[0]?.toLowerCase() ?? '', line.slice(line.indexOf(':') + 1).trim()]));
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
