import type { UploadView } from '@guihu/shared';
import type { ApiUpload, ApiUploadCall } from './api-request';

export function createUploadsApi(upload: ApiUpload) {
  return {
    /** One photo or video; nothing shows it until something that uses it was sent. */
    send: (file: Omit<ApiUploadCall, 'path'>) => upload<UploadView>({ path: '/api/uploads', ...file }),
  };
}
export type UploadsApi = ReturnType<typeof createUploadsApi>;
