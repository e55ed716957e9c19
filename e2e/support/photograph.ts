import type { Page } from 'playwright-core';

export interface Photograph {
  name: string;
  mimeType: 'image/jpeg';
  buffer: Buffer;
}

const SIDES = { width: 1600, height: 1200 };

/** A picture as a phone's camera would hand it over: a JPEG of some size with these words in it, drawn by the browser itself. */
export async function photograph(page: Page, words: string): Promise<Photograph> {
  const address = await page.evaluate(
    ({ text, width, height }) => {
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
      const light = pen.createLinearGradient(0, 0, width, height);
      light.addColorStop(0, '#c9d3d8');
      light.addColorStop(1, '#5f7780');
      pen.fillStyle = light;
      pen.fillRect(0, 0, width, height);
      // Tiles of a wall, so that a compressed picture is not a few bytes.
      for (let y = 0; y < height; y += 60) {
        for (let x = 0; x < width; x += 60) {
          pen.fillStyle = `hsl(${190 + ((x * 7 + y * 13) % 20)} 12% ${52 + ((x * 3 + y * 5) % 26)}%)`;
          pen.fillRect(x, y, 56, 56);
        }
      }
      pen.fillStyle = '#ffffff';
      pen.font = '160px sans-serif';
      pen.textAlign = 'center';
      pen.fillText(text, width / 2, height / 2);
      return canvas.toDataURL('image/jpeg', 0.85);
    },
    { text: words, ...SIDES },
  );
  return { name: `${words}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(address.split(',')[1] as string, 'base64') };
}
