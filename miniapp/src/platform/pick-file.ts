import Taro from '@tarojs/taro';
import { IS_H5 } from './environment';

export interface PickedFile {
  /** What the upload takes: a path on the phone, on h5 the file itself. */
  content: string | Blob;
  name: string;
  /** Bytes. */
  size: number;
}

/** Lets the person choose one file: from the computer on h5, from a chat in WeChat. Null when they changed their mind. */
export async function pickFile(extensions: readonly string[]): Promise<PickedFile | null> {
  if (IS_H5) return pickFromComputer(extensions);
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [...extensions] });
    const file = tempFiles[0];
    return file ? { content: file.path, name: file.name, size: file.size } : null;
  } catch {
    return null;
  }
}

function pickFromComputer(extensions: readonly string[]): Promise<PickedFile | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = extensions.map((extension) => `.${extension}`).join(',');
  return new Promise((resolve) => {
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      resolve(file ? { content: file, name: file.name, size: file.size } : null);
    });
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}
