import { IS_H5 } from './environment';

/** Only a browser prints; a phone in WeChat has nothing to print with. */
export const CAN_PRINT = IS_H5;

/** Opens the browser's own dialogue, from where a page can also be kept as a PDF. */
export function printPage(): void {
  window.print();
}
