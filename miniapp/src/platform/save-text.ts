import { IS_H5 } from './environment';

/** Only a computer has a folder to save into. */
export const CAN_SAVE_TEXT = IS_H5;

/** Saves a text as a file under `name`; h5 only. */
export function saveText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
