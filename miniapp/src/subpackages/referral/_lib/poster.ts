import type { ProjectSummary } from '@guihu/shared';
import { paintElevation } from '@/components/elevation/elevation-paint';

/** Units of the drawing; the picture has more dots. */
export const POSTER = { width: 375, height: 600, scale: 3 } as const;
/** WeChat crops a share card to five by four. */
export const SHARE_CARD = { width: 375, height: 300, scale: 2 } as const;

const FONT = '"PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", sans-serif';
const INK = '#1d2129';
const INK_2 = '#5c6370';
const ACCENT = '#1f6f5c';
const CODE_SIDE = 104;
const SIDE = 24;

export interface PosterWords {
  name: string;
  slogan: string;
  /** `杭州 · 滨江区 · 89–142㎡` */
  facts: string;
  /** 陈女士推荐您来看看 */
  greeting: string;
}

export const posterWords = (
  { name, slogan, city, district, areaMin, areaMax }: Omit<ProjectSummary, 'buildings'>,
  referrerName: string,
): PosterWords => ({
  name,
  slogan,
  facts: [...new Set([city, district])]
    .filter(Boolean)
    .concat(areaMin === areaMax ? `${areaMin}㎡` : `${areaMin}–${areaMax}㎡`)
    .join(' · '),
  greeting: `${referrerName}推荐您来看看`,
});

type Canvas = CanvasRenderingContext2D;

/** A poster to send or print: the place, who recommends it, and the code that opens it. */
export function paintPoster(
  context: Canvas,
  { buildings, words, code }: { buildings: ProjectSummary['buildings']; words: PosterWords; code: CanvasImageSource },
): void {
  const { width, height } = POSTER;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  paintPlace(context, buildings, { width, height: 290 });
  const wide = width - 2 * SIDE;
  let y = 334;
  y = write(context, words.name, { y, size: 28, weight: 600, colour: INK, wide, lines: 2 });
  y = write(context, words.slogan, { y: y + 2, size: 16, weight: 400, colour: INK_2, wide, lines: 2 });
  write(context, words.facts, { y: y + 2, size: 14, weight: 400, colour: INK_2, wide, lines: 1 });

  const foot = height - 152;
  context.fillStyle = '#f6f5f2';
  context.fillRect(0, foot, width, height - foot);
  const codeX = width - SIDE - CODE_SIDE;
  context.fillStyle = '#ffffff';
  context.fillRect(codeX - 6, foot + 20 - 6, CODE_SIDE + 12, CODE_SIDE + 12);
  context.drawImage(code, codeX, foot + 20, CODE_SIDE, CODE_SIDE);
  const beside = codeX - 6 - SIDE - 16;
  const after = write(context, words.greeting, { y: foot + 48, size: 17, weight: 600, colour: ACCENT, wide: beside, lines: 2 });
  write(context, '长按识别小程序码，预约看房', { y: after + 4, size: 13, weight: 400, colour: INK_2, wide: beside, lines: 2 });
}

/** What stands on the card in a chat: only the place; WeChat writes the title above it. */
export function paintShareCard(
  context: Canvas,
  { buildings, words }: { buildings: ProjectSummary['buildings']; words: PosterWords },
): void {
  const { width, height } = SHARE_CARD;
  const band = 76;
  paintPlace(context, buildings, { width, height: height - band });
  context.fillStyle = '#ffffff';
  context.fillRect(0, height - band, width, band);
  const wide = width - 2 * SIDE;
  write(context, words.name, { y: height - band + 34, size: 24, weight: 600, colour: INK, wide, lines: 1 });
  write(context, words.greeting, { y: height - band + 60, size: 16, weight: 400, colour: ACCENT, wide, lines: 1 });
}

/** The elevation drawn nearer, so that few buildings do not stand lost under a large sky. */
const NEARER = 1.25;
function paintPlace(context: Canvas, buildings: ProjectSummary['buildings'], { width, height }: { width: number; height: number }): void {
  context.save();
  context.scale(NEARER, NEARER);
  paintElevation(context, buildings, { x: 0, y: 0, width: width / NEARER, height: height / NEARER });
  context.restore();
}

interface Line {
  /** Base line of the first line. */
  y: number;
  size: number;
  weight: number;
  colour: string;
  /** Widest a line may be. */
  wide: number;
  lines: number;
}

/** Writes a text over as many lines as it may have; resolves with the base line after the last one. */
function write(context: Canvas, text: string, { y, size, weight, colour, wide, lines }: Line): number {
  context.font = `${weight} ${size}px ${FONT}`;
  context.fillStyle = colour;
  const step = Math.round(size * 1.45);
  const broken = linesOf(text, wide, lines, (part) => context.measureText(part).width);
  for (const [at, line] of broken.entries()) context.fillText(line, SIDE, y + at * step);
  return y + broken.length * step;
}

/** Breaks a text into lines that fit; what does not fit into the last one ends with an ellipsis. */
export function linesOf(text: string, wide: number, most: number, widthOf: (part: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const sign of text) {
    if (line === '' || widthOf(line + sign) <= wide) {
      line += sign;
      continue;
    }
    if (lines.length + 1 === most) {
      while (line !== '' && widthOf(`${line}…`) > wide) line = [...line].slice(0, -1).join('');
      return [...lines, `${line}…`];
    }
    lines.push(line);
    line = sign;
  }
  return line ? [...lines, line] : lines;
}
