/** What a designer would send back, in words; measured inside the page on everything of it that can be seen. */
export function complaintsAboutLooks(): string[] {
  const SMALLEST_TEXT = 12;
  const TOUCH = 44;
  const CONTRAST = 4.5;
  /** Drawn by half pixels here and there. */
  const SLACK = 0.6;
  type Colour = [red: number, green: number, blue: number, alpha: number];

  const found = new Set<string>();
  const width = document.documentElement.clientWidth;
  const named = (element: Element) => `${element.className || element.tagName} “${(element.textContent ?? '').trim().slice(0, 16)}”`;
  const visible = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

  const parse = (text: string): Colour => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
    return [red, green, blue, alpha];
  };
  const over = ([r, g, b, a]: Colour, [R, G, B]: Colour): Colour => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
  const luminance = (colour: Colour) => {
    const [r, g, b] = colour.slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one: Colour, other: Colour) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
    return (light + 0.05) / (dark + 0.05);
  };
  /** The plain colour behind an element; null where a picture is. */
  const behind = (element: Element | null): Colour | null => {
    if (element === null) return [255, 255, 255, 1];
    const style = getComputedStyle(element);
    if (style.backgroundImage !== 'none') return null;
    const own = parse(style.backgroundColor);
    if (own[3] === 1) return own;
    const below = behind(element.parentElement);
    return below && (own[3] === 0 ? below : over(own, below));
  };
  /** Something around it scrolls sideways on purpose, or cuts with an ellipsis. */
  const sidewaysOnPurpose = (element: Element): boolean => {
    for (let parent: Element | null = element; parent; parent = parent.parentElement) {
      if (['auto', 'scroll', 'hidden'].includes(getComputedStyle(parent).overflowX) && parent.scrollWidth > parent.clientWidth) {
        return parent !== document.documentElement && parent !== document.body && !parent.matches('.taro_page, #app, .taro_router');
      }
    }
    return false;
  };

  if (document.documentElement.scrollWidth > width + 1) found.add(`the page is ${document.documentElement.scrollWidth} px wide`);
  const frame = document.querySelector('.taro-tabbar__container');
  if (frame && frame.scrollHeight > frame.clientHeight + 1)
    found.add(`the frame is ${frame.scrollHeight} of ${frame.clientHeight} px tall`);
  for (const page of document.querySelectorAll('.taro_page')) {
    if (visible(page) && page.scrollWidth > page.clientWidth + 1)
      found.add(`the page scrolls sideways: ${page.scrollWidth} of ${page.clientWidth} px`);
  }

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement;
    if (!element || !node.textContent?.trim() || element.matches('script, style') || !visible(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    const style = getComputedStyle(element);
    const size = Number.parseFloat(style.fontSize);
    if (size < SMALLEST_TEXT) found.add(`${size} px small: ${named(element)}`);
    if ((box.right > width + 1 || box.left < -1) && !sidewaysOnPurpose(element)) found.add(`out of the page: ${named(element)}`);
    const ground = behind(element);
    if (!ground || element.closest('[aria-disabled="true"]')) continue;
    const ratio = contrast(over(parse(style.color), ground), ground);
    if (ratio < CONTRAST) found.add(`contrast ${ratio.toFixed(2)}: ${named(element)}`);
  }

  for (const element of document.querySelectorAll('[role="button"], button, taro-button-core, input, textarea')) {
    const box = element.getBoundingClientRect();
    if (!visible(element) || box.width === 0) continue;
    const target = element.matches('input, textarea') ? (element.parentElement?.parentElement ?? element).getBoundingClientRect() : box;
    if (target.height < TOUCH - SLACK) found.add(`${target.height.toFixed(1)} px to touch: ${named(element)}`);
    if (target.width < TOUCH - SLACK) found.add(`${target.width.toFixed(1)} px wide to touch: ${named(element)}`);
    if (element.matches('.button, .chip') && element.scrollWidth > element.clientWidth + 1) found.add(`cut off: ${named(element)}`);
  }
  return [...found];
}
