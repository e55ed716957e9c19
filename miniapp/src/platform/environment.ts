/** Constants of the build; no other file asks which platform this is by name of environment variable. */
export const IS_H5 = process.env.TARO_ENV === 'h5';

/** h5 is served by the API itself; WeChat needs the whole address. */
export const API_BASE = IS_H5 ? '' : GUIHU_API_BASE;
