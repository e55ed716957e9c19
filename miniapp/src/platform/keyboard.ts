import { IS_H5 } from './environment';

/** Lets Enter and Space press what is marked as a button: on h5 these are plain elements, and staff work with a keyboard. */
export function installKeyboard(): void {
  if (!IS_H5) return;
  document.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement | null;
    if ((event.key !== 'Enter' && event.key !== ' ') || target?.getAttribute('role') !== 'button') return;
    event.preventDefault();
    target.click();
  });
}
