import { existsSync } from 'node:fs';
import path from 'node:path';

/** A node of the rendered page, as miniprogram-simulate hands it out. */
export interface SimNode {
  dom: HTMLElement;
  instance: Record<string, (...args: unknown[]) => unknown> & Record<string, unknown>;
  attach(parent: Node): void;
  detach(): void;
  querySelectorAll(selector: string): SimNode[];
  dispatchEvent(type: string, init?: object): void;
}

interface Simulate {
  load(file: string, tag: string, options: object): string;
  render(id: string): SimNode;
  sleep(ms: number): Promise<void>;
}

export interface WxRequest {
  method: string;
  /** Path with query, without the API's address. */
  path: string;
  headers: Record<string, string>;
  body: unknown;
}

export interface WxAnswer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

export interface SimOptions {
  /** Plays the server; what it returns is what `wx.request` succeeds with. Throw to let the network fail. */
  answer: (request: WxRequest) => WxAnswer | Promise<WxAnswer>;
  /** Further or other `wx` functions. */
  wx?: Record<string, unknown>;
}

export interface OpenPage {
  root: SimNode;
  /** All text on the page, runs of white space made one. */
  text(): string;
  /** The innermost match whose text contains `words`. */
  find(selector: string, words?: string): SimNode;
  fire(node: SimNode, type?: string, detail?: object): Promise<void>;
  /** Waits until the page shows `words`; fails with what it shows instead. */
  until(words: string): Promise<void>;
  close(): void;
}

const DIST = path.resolve(__dirname, '../dist/weapp');
const PATIENCE_MS = 8000;
const STEP_MS = 50;
const FIRED_TURNS = 15;

const WINDOW = {
  pixelRatio: 2,
  windowWidth: 375,
  windowHeight: 667,
  screenWidth: 375,
  screenHeight: 667,
  platform: 'devtools',
  system: 'iOS 16',
  SDKVersion: '3.5.0',
  statusBarHeight: 20,
  safeArea: { top: 20, bottom: 667, left: 0, right: 375, width: 375, height: 647 },
};

type Callbacks = { success?: (answer: object) => void; fail?: (failure: object) => void; complete?: (answer: object) => void };

/** Starts the built mini-program as WeChat would, on a drawn-only WeChat: `wx` is played, everything above it is what ships. */
export function startWeapp({ answer, wx = {} }: SimOptions) {
  if (!existsSync(path.join(DIST, 'app.js')))
    throw new Error('dist/weapp is missing: build it first with `npm run build:weapp -w miniapp`');
  const simulate = require('miniprogram-simulate') as Simulate;
  const world = globalThis as unknown as Record<string, unknown> & { wx: Record<string, unknown> };
  const calls: { name: string; options: Record<string, unknown> }[] = [];
  const requests: WxRequest[] = [];
  const pages: SimNode['instance'][] = [];
  const storage = new Map<string, unknown>();
  const loaded = new Map<string, string>();

  const noted =
    (name: string, result: object = {}) =>
    (options: Record<string, unknown> & Callbacks = {}) => {
      calls.push({ name, options });
      const done = { errMsg: `${name}:ok`, ...result };
      options.success?.(done);
      options.complete?.(done);
      return Promise.resolve(done);
    };

  Object.assign(world.wx, {
    getSystemInfoSync: () => WINDOW,
    getWindowInfo: () => WINDOW,
    getDeviceInfo: () => WINDOW,
    getAppBaseInfo: () => WINDOW,
    canIUse: () => true,
    getMenuButtonBoundingClientRect: () => ({ top: 26, bottom: 58, left: 281, right: 368, width: 87, height: 32 }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx' } }),
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    onAppRoute: () => undefined,
    onNetworkStatusChange: () => undefined,
    onWindowResize: () => undefined,
    offWindowResize: () => undefined,
    nextTick: (run: () => void) => setTimeout(run, 0),
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => storage.set(key, value),
    removeStorageSync: (key: string) => storage.delete(key),
    getNetworkType: noted('getNetworkType', { networkType: 'wifi' }),
    login: noted('login', { code: 'login-code' }),
    request: (options: Record<string, unknown> & Callbacks) => {
      const request: WxRequest = {
        method: String(options.method ?? 'GET'),
        path: String(options.url).replace(/^https?:\/\/[^/]+/, ''),
        headers: (options.header ?? {}) as Record<string, string>,
        body: options.data,
      };
      requests.push(request);
      void Promise.resolve()
        .then(() => answer(request))
        .then(
          ({ status, body, headers = {} }) => options.success?.({ statusCode: status, data: body, header: headers, errMsg: 'request:ok' }),
          () => options.fail?.({ errMsg: 'request:fail timeout' }),
        )
        .then(() => options.complete?.({}));
      return { abort: () => undefined };
    },
    ...Object.fromEntries(
      [
        'navigateTo',
        'redirectTo',
        'switchTab',
        'navigateBack',
        'showToast',
        'makePhoneCall',
        'setClipboardData',
        'setNavigationBarTitle',
        'stopPullDownRefresh',
      ].map((name) => [name, noted(name)]),
    ),
    showModal: noted('showModal', { confirm: true, cancel: false }),
    requestSubscribeMessage: (options: Record<string, unknown> & Callbacks & { tmplIds: string[] }) =>
      noted('requestSubscribeMessage', Object.fromEntries(options.tmplIds.map((id) => [id, 'accept'])))(options),
    createSelectorQuery: emptyQuery,
    ...wx,
  });
  world.getCurrentPages = () => pages;
  let app: Record<string, ((options: object) => void) | undefined> = {};
  world.App = (given: typeof app) => {
    app = given;
  };
  world.getApp = () => app;
  world.Page = (given: Record<string, unknown>) => {
    const methods = Object.fromEntries(Object.entries(given).filter(([, value]) => typeof value === 'function'));
    (world.Component as (options: object) => void)({ options: { styleIsolation: 'apply-shared' }, data: given.data, methods });
  };
  require(path.join(DIST, 'app.js'));
  app.onLaunch?.({ path: '', query: {}, scene: 1001 });
  app.onShow?.({ path: '', query: {} });

  async function open(route: string, query: Record<string, string> = {}): Promise<OpenPage> {
    // A page's code runs once, as in WeChat; opening it again makes another instance of what it registered.
    const id = loaded.get(route) ?? simulate.load(path.join(DIST, route), 'page', { rootPath: DIST, compiler: 'official' });
    loaded.set(route, id);
    const root = simulate.render(id);
    const page = Object.assign(root.instance, { route, __route__: route, options: query });
    pages.push(page);
    root.attach(document.body);
    for (const [step, argument] of [['onLoad', query], ['onShow'], ['onReady']] as const)
      (page[step] as ((a?: object) => void) | undefined)?.(argument);
    const text = () => (root.dom.textContent ?? '').replace(/\s+/g, ' ').trim();
    const until = async (words: string) => {
      for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
        if (text().includes(words)) return;
        await simulate.sleep(STEP_MS);
      }
      throw new Error(`${route} never showed “${words}”; it shows: ${text()}`);
    };
    return {
      root,
      text,
      until,
      find(selector, words) {
        const matches = root.querySelectorAll(selector).filter((node) => !words || (node.dom.textContent ?? '').includes(words));
        const found = matches.sort((a, b) => (a.dom.textContent ?? '').length - (b.dom.textContent ?? '').length)[0];
        if (!found) throw new Error(`${route} has no ${selector}${words ? ` saying “${words}”` : ''}; it shows: ${text()}`);
        return found;
      },
      async fire(node, type = 'tap', detail = {}) {
        node.dispatchEvent(type, { detail, bubbles: true });
        // In turns of the event loop, not only in time: on a slow machine what the tap set off takes its turns later.
        for (let turn = 0; turn < FIRED_TURNS; turn += 1) await simulate.sleep(10);
      },
      close() {
        (page.onUnload as (() => void) | undefined)?.();
        pages.splice(pages.indexOf(page), 1);
        root.detach();
      },
    };
  }

  return {
    open,
    calls,
    requests,
    storage,
    called: (name: string) => calls.filter((call) => call.name === name).map((call) => call.options),
  };
}

/** Nothing is laid out here: every element measures the same. */
function emptyQuery() {
  const rect = { left: 0, top: 0, width: 100, height: 40, right: 100, bottom: 40 };
  const asked: [((answer: object) => void) | undefined, object][] = [];
  const note = (answer: object) => (read?: (given: object) => void) => {
    asked.push([read, answer]);
    return query;
  };
  const query: Record<string, unknown> = {
    in: () => query,
    select: () => query,
    selectAll: () => query,
    selectViewport: () => query,
    boundingClientRect: note(rect),
    scrollOffset: note({ scrollTop: 0, scrollLeft: 0 }),
    fields: (_wanted: object, read?: (given: object) => void) => note(rect)(read),
    node: note({}),
    exec: (done?: (answers: object[]) => void) =>
      setTimeout(() => {
        for (const [read, answer] of asked) read?.(answer);
        done?.(asked.map(([, answer]) => answer));
      }, 0),
  };
  return query;
}
