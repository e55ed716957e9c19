import type { LiveCodeView } from '@guihu/shared';
import { type ApiRequest, segment } from './api-request';

export function createLiveCodesApi(request: ApiRequest) {
  return {
    /** Tells that somebody came in by the code, and hears what it is good for; never refused for an old or a made-up one. */
    scan: (code: string) => request<LiveCodeView>({ method: 'POST', path: `/api/live-codes/${segment(code)}/scans` }),
  };
}
export type LiveCodesApi = ReturnType<typeof createLiveCodesApi>;
