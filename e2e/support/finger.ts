/**
 * Runs inside the page: where a fingertip would land on the first of these elements that can be touched, or null while none
 * can. Looked at like a person would: in view, standing still, with nothing lying over it and not greyed out.
 */
export async function touchPoint(elements: Element[]): Promise<{ x: number; y: number } | null> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const middle = (element: Element) => {
    const box = element.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2, drawn: box.width > 0 && box.height > 0 };
  };
  const touches = (element: Element, { x, y }: { x: number; y: number }) => {
    const hit = document.elementFromPoint(x, y);
    return hit !== null && element.contains(hit);
  };
  const endless = (animation: Animation) => animation.effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY;
  // A sheet that begins to move looks still for a frame or two.
  if (document.getAnimations().some((animation) => animation.playState === 'running' && !endless(animation))) return null;
  for (const element of elements) {
    if (!middle(element).drawn || element.closest('[aria-disabled="true"]')) continue;
    if (!touches(element, middle(element))) element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const before = middle(element);
    await frame();
    await frame();
    const after = middle(element);
    const still = Math.abs(before.x - after.x) < 0.5 && Math.abs(before.y - after.y) < 0.5;
    if (still && touches(element, after)) return { x: after.x, y: after.y };
  }
  return null;
}
