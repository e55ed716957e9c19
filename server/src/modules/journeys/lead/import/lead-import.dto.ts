import type { FormFields } from '../../../../platform/spreadsheet';

/** The form is read as it arrives and never becomes an object, so its shape is written down by hand. */
export const UPLOAD_FORM = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', format: 'binary' }, projectId: { type: 'string', maxLength: 36 } },
};

export const UPLOAD_FIELDS: FormFields = { projectId: { longest: 36, message: '楼盘编号不正确' } };
