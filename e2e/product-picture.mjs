// Lays out the README's picture from what the browser stories saw:
// PICTURE_DOTS=2 npm test -- --only browser && node e2e/product-picture.mjs
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const TARGET = path.join(ROOT, 'docs/images/product.png');
const MOST_BYTES = 400 * 1024;
const HEIGHT = 620;
const PHONES = [
  ['prospect', 'project', '客户看房，户型按数据画出'],
  ['prospect', 'receipt-with-colleague', '回执，和接待的顾问'],
  ['agent', 'lead-offered', '顾问在微信里接单'],
];
const DESK = ['manager', 'wide-list-and-lead', '工作台：左边线索，右边全部情况'];

/** A picture of a story as an address that needs no server. */
function picture([spec, name]) {
  const folder = path.join(ROOT, 'test-output/pictures', spec);
  const file = readdirSync(folder).find((each) => each.replace(/^\d+-/, '') === `${name}.png`);
  if (!file) throw new Error(`${spec} took no picture called ${name}; run the browser stories first`);
  return `data:image/png;base64,${readFileSync(path.join(folder, file)).toString('base64')}`;
}

const figure = (kind, shown) =>
  `<figure class="${kind}"><img src="${picture(shown)}" height="${HEIGHT}" alt=""><figcaption>${shown[2]}</figcaption></figure>`;

const page = `<!doctype html><meta charset="utf-8"><style>
  body { margin: 0; padding: 40px 40px 28px; display: inline-flex; gap: 28px; background: #e8f2ef; font: 20px/28px "Noto Sans CJK SC", sans-serif; color: #1d2129 }
  figure { margin: 0 } figcaption { margin-top: 16px; text-align: center }
  img { display: block; border: 1px solid #d9d6cf; background: #fff }
  .phone img { border-radius: 24px } .desk img { border-radius: 12px }
</style>${PHONES.map((shown) => figure('phone', shown)).join('')}${figure('desk', DESK)}`;

const profile = mkdtempSync(path.join(os.tmpdir(), 'guihu-picture-'));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
  viewport: { width: 2400, height: 800 },
});
try {
  const tab = context.pages()[0] ?? (await context.newPage());
  await tab.setContent(page);
  mkdirSync(path.dirname(TARGET), { recursive: true });
  await tab.locator('body').screenshot({ path: TARGET });
} finally {
  await context.close();
  rmSync(profile, { recursive: true, force: true });
}
const bytes = statSync(TARGET).size;
console.log(`${path.relative(ROOT, TARGET)}  ${Math.round(bytes / 1024)} KB`);
if (bytes > MOST_BYTES) throw new Error(`larger than ${MOST_BYTES / 1024} KB`);
