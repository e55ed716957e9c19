import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Api } from './api';
import { type OpenBrowser, openBrowser, type Screen } from './browser';
import { Person, type Seat } from './person';
import { ROOT, type RunningServer, startServer } from './server';

const START_MS = 60_000;

/** One server and at most one browser of each kind for all stories of a spec file; nothing of them is left behind. */
export class Stage {
  private server: RunningServer | null = null;
  private readonly browsers = new Map<Screen, Promise<OpenBrowser>>();
  private readonly trouble: string[] = [];
  private readonly pictures: string;
  private pictureNumber = 0;

  /** Registers with Jest what has to happen before, between and after the stories. */
  constructor(spec: string) {
    this.pictures = path.join(ROOT, 'test-output/pictures', spec);
    beforeAll(async () => {
      rmSync(this.pictures, { recursive: true, force: true });
      this.server = await startServer();
    }, START_MS);
    afterEach(() => {
      expect(this.trouble.splice(0)).toEqual([]);
    });
    afterAll(async () => {
      for (const browser of this.browsers.values()) await (await browser).close();
      await this.server?.stop();
    });
  }

  get api(): Api {
    if (!this.server) throw new Error('the server is started before the first test');
    return this.server.api;
  }

  get base(): string {
    if (!this.server) throw new Error('the server is started before the first test');
    return this.server.base;
  }

  /** Somebody of the cast in a tab of their own. */
  async person(key: string, screen: Screen = 'phone'): Promise<Person> {
    const { context } = await this.browser(screen);
    return this.seated(key, await context.newPage(), screen);
  }

  /** Somebody in a tab that is open already. */
  seated(key: string, page: Page, screen: Screen = 'phone'): Person {
    const seat: Seat = { base: this.base, pictures: this.pictures, trouble: this.trouble, nextPicture: () => ++this.pictureNumber };
    return new Person(key, page, seat, screen === 'phone');
  }

  /** The phone of somebody, with WeChat's messages on it. */
  async wechat(key: string): Promise<Person> {
    const person = await this.person(key);
    await person.page.goto(`${this.base}/wechat#${key}`);
    return person;
  }

  /** Opens the newest message of this title on somebody's phone, as a tap on it in WeChat would. */
  async openFromMessage(key: string, title: string): Promise<Person> {
    const phone = await this.wechat(key);
    await phone.sees(title, '进入小程序查看');
    await phone.picture(`wechat-${title}`);
    const opened = phone.page.context().waitForEvent('page');
    await phone.tap(phone.page.locator('a.message').filter({ hasText: title }).first());
    return this.seated(key, await opened);
  }

  private browser(screen: Screen): Promise<OpenBrowser> {
    const open = this.browsers.get(screen) ?? openBrowser(screen);
    this.browsers.set(screen, open);
    return open;
  }
}
