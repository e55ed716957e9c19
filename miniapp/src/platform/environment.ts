/** Constants of the build; no other file asks which platform this is by name of environment variable. */
export const IS_H5 = process.env.TARO_ENV === 'h5';

/** h5 is served by the API itself; WeChat needs the whole address. */
export const API_BASE = IS_H5 ? '' : GUIHU_API_BASE;

/** The whole address of a file that the server named by its path. */
export const fileAddress = (url: string): string => (url.startsWith('/') ? API_BASE + url : url);
