import Taro from '@tarojs/taro';
import { fileAddress, IS_H5 } from './environment';
import { say } from './feedback';

/** What keeping a picture is called here. */
export const KEEP_WORD = IS_H5 ? '下载图片' : '存到相册';

/** Keeps a picture that the server has: as a file on h5, in the album of the phone in WeChat. */
export async function savePicture(url: string, name: string): Promise<void> {
  if (IS_H5) {
    const link = Object.assign(document.createElement('a'), { href: fileAddress(url), download: name });
    link.click();
    return;
  }
  try {
    const { tempFilePath } = await Taro.downloadFile({ url: fileAddress(url) });
    await Taro.saveImageToPhotosAlbum({ filePath: tempFilePath });
    say('已存到相册');
  } catch (failure) {
    // Whoever has just said no to the album knows why it is not there.
    const said = String((failure as { errMsg?: string }).errMsg ?? '');
    say(/auth|deny|cancel/.test(said) ? '没有相册权限，可长按图片保存' : '没能存下来，请再试一次');
  }
}
