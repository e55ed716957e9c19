import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { CDPSession, Locator, Page } from 'playwright-core';
import { touchPoint } from './finger';
import { photograph } from './photograph';
import { PATIENCE_MS, until } from './waiting';

export interface Seat {
  base: string;
  /** Folder of the spec's pictures. */
  pictures: string;
  nextPicture: () => number;
  /** What nobody should ever meet; the test that caused it fails. */
  trouble: string[];
}

/**
 * A refused request is told by its answer, and refusals are part of the stories. Taro's input on h5 complains when a value
 * comes before it was drawn the first time; it is then drawn with that value.
 */
const HARMLESS = /^Failed to load resource|^TypeError: Cannot read properties of undefined \(reading 'value'\)\s+at _class\.watchValue/;

/** Somebody of the cast with the mini-program before them. */
export class Person {
  /** What their hand did: each tap, each field written in. */
  readonly hand = { taps: 0, fields: 0, letters: 0 };
  /** Trouble that the story itself makes. */
  readonly forgiven: RegExp[] = [];
  private line: CDPSession | null = null;

  constructor(
    readonly key: string,
    readonly page: Page,
    private readonly seat: Seat,
    private readonly touching: boolean,
  ) {
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', (error) => this.complain(`page error: ${error.message}`));
    page.on('response', (response) => {
      if (response.status() >= 500) this.complain(`${response.status()} from ${response.request().method()} ${response.url()}`);
    });
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? '';
      // A page that is left drops what it was still asking for.
      if (why !== 'net::ERR_ABORTED') this.complain(`${why} at ${request.method()} ${request.url()}`);
    });
    page.on('console', (message) => {
      if (message.type() === 'error' && !HARMLESS.test(message.text())) this.complain(`console: ${message.text()}`);
    });
  }

  /** Opens a page of the mini-program by its path, as a message or a code would: `pages/todo/index`. */
  async open(pagePath = 'pages/home/index'): Promise<this> {
    await this.page.goto(`${this.seat.base}/?persona=${this.key}#/${pagePath}`);
    await this.settled();
    return this;
  }

  /** Touches what bears exactly this name: a button, or else the text itself. */
  async tap(what: string | Locator): Promise<void> {
    const point = await this.reach(typeof what === 'string' ? this.named(what) : what, String(what));
    this.hand.taps += 1;
    if (this.touching) await this.page.touchscreen.tap(point.x, point.y);
    else await this.page.mouse.click(point.x, point.y);
  }

  /** Writes into the field of this name. */
  async write(field: string, text: string): Promise<void> {
    const input = this.page.locator(`input[name="${field}"], textarea[name="${field}"]`).filter({ visible: true });
    await this.told(`the field ${field} is there`, input.fill(text));
    this.hand.taps += 1;
    this.hand.fields += 1;
    this.hand.letters += text.length;
  }

  /** Taps the tile that asks for photos and chooses one for each of these words, which are what it shows. */
  async addPhotos(tile: string, ...shown: string[]): Promise<void> {
    const files = await Promise.all(shown.map((words) => photograph(this.page, words)));
    const chooser = this.page.waitForEvent('filechooser');
    await this.tap(tile);
    await (await chooser).setFiles(files);
  }

  /** The network of this phone alone, not of everybody else's; what fails without one is part of the story. */
  async network(state: 'gone' | 'back'): Promise<void> {
    this.forgiven.push(/ERR_INTERNET_DISCONNECTED/);
    this.line ??= await this.page.context().newCDPSession(this.page);
    await this.line.send('Network.emulateNetworkConditions', {
      offline: state === 'gone',
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
  }

  /** Waits until all of these texts can be seen. */
  async sees(...texts: (string | RegExp)[]): Promise<void> {
    for (const text of texts) await this.told(`${this.key} sees ${text}`, this.text(text).first().waitFor({ state: 'visible' }));
  }

  async seesNoMore(text: string | RegExp): Promise<void> {
    await this.told(
      `${text} has gone`,
      until('it is gone', async () => (await this.text(text).count()) === 0),
    );
  }

  text(text: string | RegExp): Locator {
    return this.page.getByText(text).filter({ visible: true });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' }).filter({ visible: true });
  }

  /** Everything that can be read now. */
  async reads(): Promise<string> {
    return this.page.evaluate(() => document.body.innerText);
  }

  /** A picture for whoever looks at the run afterwards. */
  async picture(name: string): Promise<void> {
    await this.settled();
    await this.snap(name);
  }

  /** No page is coming or going, and every picture in it is drawn. */
  async settled(): Promise<void> {
    await this.told(
      'the page stands still',
      this.page.waitForFunction(() => {
        const shown = [...document.querySelectorAll('.taro_page')].filter((page) => getComputedStyle(page).display !== 'none');
        const moving = document.getAnimations().some((animation) => animation.playState === 'running' && !isEndless(animation));
        return (shown.length === 1 || document.querySelector('.taro_page') === null) && !moving && document.fonts.status === 'loaded';

        function isEndless(animation: Animation): boolean {
          return animation.effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY;
        }
      }),
    );
  }

  private named(name: string): Locator {
    const button = this.page.getByRole('button', { name, exact: true });
    return button.or(this.page.locator('taro-button-core, a, label').filter({ hasText: new RegExp(`^\\s*${escaped(name)}\\s*$`) }));
  }

  private reach(target: Locator, what: string): Promise<{ x: number; y: number }> {
    return this.told(
      `${what} can be touched`,
      until(`${what} can be touched`, () => target.evaluateAll(touchPoint).catch(() => null)),
    );
  }

  /** What goes wrong leaves a picture of the moment. */
  private async told<T>(what: string, doing: Promise<T>): Promise<T> {
    try {
      return await doing;
    } catch (error) {
      await this.snap('as-it-failed').catch(() => undefined);
      throw new Error(
        `${this.key}: not so that ${what}. ${(error as Error).message}\nOn the screen: ${await this.reads().catch(() => '')}`,
      );
    }
  }

  private async snap(name: string): Promise<void> {
    mkdirSync(this.seat.pictures, { recursive: true });
    const number = String(this.seat.nextPicture()).padStart(2, '0');
    await this.page.screenshot({ path: path.join(this.seat.pictures, `${number}-${name}.png`), animations: 'disabled' });
  }

  private complain(what: string): void {
    if (!this.forgiven.some((pattern) => pattern.test(what))) this.seat.trouble.push(`${this.key}: ${what}`);
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
