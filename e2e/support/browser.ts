import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What people hold or sit at. Everything that is touched is a phone. */
export const SCREENS = {
  phone: { viewport: { width: 375, height: 812 }, isMobile: true, hasTouch: true },
  desk: { viewport: { width: 1440, height: 900 }, isMobile: false, hasTouch: false },
} as const;
export type Screen = keyof typeof SCREENS;

export interface OpenBrowser {
  context: BrowserContext;
  close: () => Promise<void>;
}

/** Dots of a picture for each pixel of the page; 2 for pictures that are shown to others. */
const DOTS = Number(process.env.PICTURE_DOTS || 1);

/** A browser that has never been used before; nothing of it stays. */
export async function openBrowser(screen: Screen): Promise<OpenBrowser> {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'guihu-profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
    headless: true,
    args: FLAGS,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    deviceScaleFactor: DOTS,
    ...SCREENS[screen],
  });
  return {
    context,
    close: async () => {
      await context.close();
      if (existsSync(profile)) rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
