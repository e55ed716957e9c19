import type { HomeView, WarrantyVerdict, WorkOrderCategory, WorkOrderView } from '@guihu/shared';
import { type OpenPage, startWeapp, type WxAnswer, type WxRequest } from './harness';

const home: HomeView = {
  unitId: 'u1',
  projectId: 'p1',
  projectName: '云溪府',
  buildingId: 'b1',
  buildingName: '3号楼',
  unitLabel: '1203',
  label: '云溪府 3号楼 1203',
  role: 'owner',
  may: ['report', 'follow', 'rate', 'complain', 'invite'],
  deliveredOn: '2025-06-18',
  until: null,
};
const leaf = (id: string, name: string): WorkOrderCategory => ({
  id,
  name,
  kind: 'repair',
  picture: 'tap',
  part: 'pipes-and-wires',
  skill: null,
  children: [],
});
const categories: WorkOrderCategory[] = [
  { ...leaf('water', '水管与洁具'), children: [leaf('water-tap', '龙头漏水'), leaf('water-pipe', '水管漏水')] },
  leaf('repair-other', '其他报修'),
];
const warranty: WarrantyVerdict = {
  verdict: 'within',
  label: '质保内',
  part: 'pipes-and-wires',
  partName: '电气管线、给排水管道、设备安装',
  deliveredOn: '2025-06-18',
  endsOn: '2027-06-18',
  clause: '《房屋建筑工程质量保修办法》第七条第（四）项',
  termText: '最低保修期限 2 年',
  costText: '属于质量问题的，维修免费；人为损坏除外。',
};
const me = {
  accountId: 'a1',
  customerId: 'c1',
  name: '陈玉兰',
  phoneMasked: '139****0003',
  roles: ['owner'],
  permissions: ['self', 'customer.act'],
};
const templates = [
  { key: 'order-progress', templateId: 'T1', title: '报事进度通知' },
  { key: 'order-finished', templateId: 'T2', title: '服务完成待评价' },
];
const order: WorkOrderView = {
  id: 'o1',
  number: 'YX261123-R7K3QFM',
  kind: 'repair',
  status: 'dispatched',
  statusLabel: '已派单',
  categoryName: '龙头漏水',
  picture: 'tap',
  homeLabel: home.label,
  description: '一直在滴水',
  createdAt: '2026-11-23T02:00:00Z',
  note: '已通知马师傅，等待接单',
  promise: '预计 12:00 前有人接单',
  thumbUrl: null,
  warranty,
  severity: null,
  urgent: false,
  preferredTime: null,
  assignee: null,
  contractorName: null,
  steps: [{ title: '已派单', text: '已通知马师傅，等待接单', at: null, state: 'now' }],
  timeline: [{ at: '2026-11-23T02:00:00Z', type: 'reported', text: '已收到您的报修', by: '我' }],
  photos: [],
  rating: null,
  outcome: null,
  allowed: ['cancel'],
  urgeHint: '10:37 后可以再次催单',
  reopenUntil: null,
};

type Callbacks = { success?: (answer: object) => void; fail?: (failure: object) => void };

/** The phone's own files: what WeChat made for a moment, and what the mini-program keeps. */
const disk = new Set<string>();
const copied: string[] = [];
const files = {
  copyFile: ({ srcPath, destPath, success, fail }: Callbacks & { srcPath: string; destPath: string }) => {
    if (!disk.has(srcPath)) return fail?.({ errMsg: 'copyFile:fail no such file' });
    disk.add(destPath);
    copied.push(srcPath);
    success?.({});
  },
  access: ({ path, success, fail }: Callbacks & { path: string }) => (disk.has(path) ? success?.({}) : fail?.({ errMsg: 'access:fail' })),
  unlink: ({ filePath, success }: Callbacks & { filePath: string }) => {
    disk.delete(filePath);
    success?.({});
  },
  statSync: () => ({ size: 400_000 }),
};

/** Each story says what the server does with a report, and what becomes of a photo. */
let onReport: () => Promise<WxAnswer>;
let onUpload: () => Promise<{ statusCode: number; data: string }>;
const received = async (): Promise<WxAnswer> => ({
  status: 201,
  body: { id: 'o1', number: order.number, status: 'received', warranty, promise: order.promise },
});

const answer = ({ method, path }: WxRequest): WxAnswer | Promise<WxAnswer> => {
  if (path === '/api/work-orders' && method === 'POST') return onReport();
  if (path === '/api/work-orders/o1') return { status: 200, body: order };
  if (path === '/api/work-order-categories') return { status: 200, body: { items: categories } };
  if (path === '/api/me/homes') return { status: 200, body: { items: [home], nextCursor: null } };
  if (path.startsWith('/api/me/work-orders')) return { status: 200, body: { items: [], nextCursor: null } };
  if (path.startsWith('/api/warranty')) return { status: 200, body: warranty };
  if (path === '/api/sessions') return { status: 201, body: { token: 'token', expiresAt: '2026-11-24T02:00:00Z', me } };
  if (path === '/api/me') return { status: 200, body: me };
  if (path === '/api/wechat/subscribe-templates') return { status: 200, body: { items: templates } };
  return { status: 404, body: null };
};

describe('reporting a repair, in the mini-program as it ships', () => {
  const steps: string[] = [];
  const uploaded: { filePath: string; key: string | undefined }[] = [];
  let chosen = 0;
  const weapp = startWeapp({
    answer: (request) => {
      if (request.path === '/api/work-orders') steps.push('send');
      return answer(request);
    },
    wx: {
      env: { USER_DATA_PATH: 'wxfile://usr' },
      getFileSystemManager: () => files,
      chooseMedia: ({ success }: Callbacks) => {
        chosen += 1;
        const tempFilePath = `wxfile://tmp_${chosen}.jpg`;
        disk.add(tempFilePath);
        success?.({ tempFiles: [{ tempFilePath, size: 3_000_000, fileType: 'image' }], type: 'image' });
      },
      getImageInfo: ({ success }: Callbacks) => success?.({ width: 4000, height: 3000, type: 'jpeg' }),
      compressImage: ({ src, success }: Callbacks & { src: string }) => {
        const tempFilePath = src.replace('.jpg', '-small.jpg');
        disk.add(tempFilePath);
        success?.({ tempFilePath });
      },
      uploadFile: ({ filePath, header, success, fail }: Callbacks & { filePath: string; header: Record<string, string> }) => {
        uploaded.push({ filePath, key: header['Idempotency-Key'] });
        void onUpload().then(
          (given) => success?.({ ...given, header: {} }),
          () => fail?.({ errMsg: 'uploadFile:fail timeout' }),
        );
        return { onProgressUpdate: () => undefined, abort: () => undefined };
      },
      requestSubscribeMessage: (options: { tmplIds: string[] } & Callbacks) => {
        steps.push(`ask ${options.tmplIds.join(' ')}`);
        options.success?.({ errMsg: 'requestSubscribeMessage:ok' });
      },
    },
  });
  const sent = () => weapp.requests.filter(({ path, method }) => path === '/api/work-orders' && method === 'POST');
  const keyOf = (request: WxRequest | undefined) => request?.headers['Idempotency-Key'];

  async function open(query: Record<string, string> = {}): Promise<OpenPage> {
    const page = await weapp.open('subpackages/home/pages/report/index', query);
    await page.until('哪里坏了？');
    return page;
  }
  async function chooseTap(page: OpenPage): Promise<void> {
    await page.fire(page.find('.category-grid__item', '水管与洁具'));
    await page.until('具体是');
    await page.fire(page.find('.chip', '龙头漏水'));
  }
  const submit = (page: OpenPage) => page.fire(page.find('.button--primary', '提交报修'));

  beforeEach(() => {
    weapp.storage.clear();
    onReport = received;
    onUpload = async () => ({ statusCode: 201, data: JSON.stringify({ id: `up-${uploaded.length}` }) });
    weapp.requests.length = 0;
    weapp.calls.length = 0;
    steps.length = 0;
    uploaded.length = 0;
  });

  it('says what is missing, and sends nothing', async () => {
    const page = await open();
    expect(page.text()).toContain(home.label);
    await submit(page);
    await page.until('请点一下坏的是什么');
    expect(steps).toEqual([]);
    page.close();
  });

  it('says who pays as soon as it is known what is broken', async () => {
    const page = await open();
    await chooseTap(page);
    await page.until('质保内');
    expect(page.text()).toContain('属于质量问题的，维修免费');
    expect(page.text()).toContain('第七条第（四）项');
    page.close();
  });

  it('sends a photo, made small and kept, while the form is filled in, then asks for messages and sends the report once', async () => {
    const page = await open();
    await page.fire(page.find('.photo-grid__add', '加照片'));
    await page.until('已送达');
    expect(uploaded[0]?.filePath).toMatch(/^wxfile:\/\/usr\/.+-photo\.jpg$/);
    expect(copied).toEqual(['wxfile://tmp_1-small.jpg']);
    await chooseTap(page);
    await submit(page);
    expect(steps).toEqual(['ask T1 T2', 'send']);
    expect(sent()[0]?.body).toEqual({ kind: 'repair', unitId: 'u1', category: 'water-tap', description: '龙头漏水', uploadIds: ['up-1'] });
    expect(keyOf(sent()[0])).toMatch(/^[0-9a-f-]{36}$/);
    expect(weapp.called('redirectTo').map(({ url }) => url)).toEqual([
      `/subpackages/home/pages/order/index?id=o1&no=${encodeURIComponent(order.number)}`,
    ]);
    expect([...disk].filter((path) => path.startsWith('wxfile://usr'))).toEqual([]);
    page.close();
  });

  it('keeps a report that gets no answer, shows it as waiting, and sends the same one under the same key later', async () => {
    onReport = () => Promise.reject(new Error('no network'));
    const page = await open();
    await chooseTap(page);
    await submit(page);
    await until(() => weapp.called('redirectTo').length > 0);
    expect(weapp.called('redirectTo').map(({ url }) => url)).toEqual(['/subpackages/home/pages/orders/index']);
    expect(weapp.called('showToast').map(({ title }) => title)).toEqual(['网络不好，已存在手机里，联网后自动发送']);
    page.close();

    onReport = received;
    const orders = await weapp.open('subpackages/home/pages/orders/index');
    await until(() => sent().length === 2);
    expect(keyOf(sent()[1])).toBe(keyOf(sent()[0]));
    expect(sent()[1]?.body).toEqual(sent()[0]?.body);
    await orders.until('没有进行中的报事');
    orders.close();
  });

  it('gives the form back with the sentence where the server refuses it', async () => {
    onReport = async () => ({
      status: 422,
      body: {
        type: 'about:blank',
        status: 422,
        code: 'phone.invalid',
        title: '手机号格式不正确，请检查后重新填写',
        errors: [{ field: 'contactPhone', code: 'phone', message: '联系电话格式不正确，请检查后重新填写' }],
      },
    });
    const page = await open();
    await chooseTap(page);
    await submit(page);
    await page.until('联系电话格式不正确，请检查后重新填写');
    expect(weapp.called('redirectTo')).toEqual([]);
    page.close();
  });
});

/** Waits until something has happened. */
async function until(happened: () => boolean): Promise<void> {
  for (let waited = 0; waited < 8_000 && !happened(); waited += 50) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(happened()).toBe(true);
}
