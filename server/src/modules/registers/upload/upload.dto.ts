/** The form is read as it arrives and never becomes an object, so its shape is written down by hand. */
export const UPLOAD_FORM = {
  type: 'object',
  required: ['file'],
  properties: {
    file: {
      type: 'string',
      format: 'binary',
      description: 'A photo (JPEG, PNG, WebP; 10 MB, 50 megapixels) or a video (MP4, MOV, 3GP; 30 MB, 60 s), by its content.',
    },
  },
};
