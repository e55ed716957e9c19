import { View } from '@tarojs/components';
import { type IconName, SHAPES } from './shapes';
import './icon.scss';

interface Props {
  name: IconName;
  /** Side in em of the text around it. */
  size?: number;
  className?: string;
}

const masks = new Map<IconName, string>();

function maskOf(name: IconName): string {
  const known = masks.get(name);
  if (known) return known;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#000" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">${SHAPES[name]}</svg>`;
  const mask = `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
  masks.set(name, mask);
  return mask;
}

/** A line icon in the colour of the text around it. Never alone: a word says the same. */
export function Icon({ name, size = 1.25, className = '' }: Props) {
  const mask = maskOf(name);
  const side = `${size}em`;
  return <View className={`icon ${className}`} style={{ width: side, height: side, WebkitMaskImage: mask, maskImage: mask } as never} />;
}
