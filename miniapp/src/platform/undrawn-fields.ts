import { IS_H5 } from './environment';

/** Where the library's own fields keep what they drew. */
const DRAWN: Record<string, string> = { 'taro-input-core': 'inputRef', 'taro-textarea-core': 'textareaRef' };

type LibraryField = Record<string, unknown> & { watchValue(value: unknown): void };

/**
 * In the browser. A field of the library copies each new value into what it drew, and breaks on one that comes before it drew
 * anything, as on a slow phone. What it draws first shows the value anyhow.
 */
export function spareUndrawnFields(): void {
  if (!IS_H5) return;
  for (const [tag, drawn] of Object.entries(DRAWN)) {
    void customElements.whenDefined(tag).then((element) => {
      const field = element.prototype as LibraryField;
      const { watchValue } = field;
      field.watchValue = function (value) {
        if (this[drawn]) watchValue.call(this, value);
      };
    });
  }
}
