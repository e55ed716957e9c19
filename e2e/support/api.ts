import { randomUUID } from 'node:crypto';
import type {
  ClockAnswer,
  HomeView,
  LeadReceipt,
  LeadSubmission,
  MyLead,
  MyWorkOrder,
  PolicyInForce,
  ProjectSummary,
  StaffLeadDetail,
  StaffWorkOrderDetail,
  WorkOrderReceipt,
  WorkOrderReport,
  WorkOrderView,
} from '@guihu/shared';
import type { Photograph } from './photograph';
import { until } from './waiting';

/** A message as the local WeChat keeps it. */
export interface Received {
  intent: string;
  title: string;
  page: string | null;
  fields: { label: string; value: string }[];
  receivedAt: string;
}

export interface Persona {
  key: string;
  name: string;
  role: string;
}

interface Answer {
  status: number;
  body: unknown;
}

/** The HTTP side of a story: what happens beside the screen, and what is true behind it. */
export class Api {
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(private readonly base: string) {}

  /** Any status but a success is an error. */
  async call<T>(method: 'GET' | 'POST', route: string, body?: unknown, as?: string): Promise<T> {
    const answer = await this.ask(method, route, body, as);
    if (answer.status >= 400) throw new Error(`${method} ${route} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  }

  async ask(method: 'GET' | 'POST', route: string, body?: unknown, as?: string): Promise<Answer> {
    const response = await fetch(this.base + route, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
        ...(as ? { authorization: `Bearer ${await this.tokenOf(as)}` } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : null };
  }

  /** Moves the application's clock and runs what became due on the way; `PT20M`, `P3D`. */
  travel(advance: string): Promise<ClockAnswer> {
    return this.call('POST', '/api/dev/clock', { advance });
  }

  /** Application time, epoch milliseconds. */
  async now(): Promise<number> {
    const response = await fetch(`${this.base}/api/health/live`);
    return Date.parse(response.headers.get('x-guihu-now') ?? '');
  }

  async inbox(persona: string): Promise<Received[]> {
    return (await this.call<{ items: Received[] }>('GET', `/wechat/__sim/personas/${persona}/inbox`)).items;
  }

  /** Resolves with the first message that fits. */
  message(persona: string, what: string, fits: (message: Received) => boolean): Promise<Received> {
    return until(`${persona} is told ${what}`, async () => (await this.inbox(persona)).find(fits));
  }

  async colleagues(): Promise<Persona[]> {
    return (await this.call<{ items: Persona[] }>('GET', '/wechat/__sim/personas')).items.filter(({ role }) => role === 'agent');
  }

  async project(name = '云溪府'): Promise<ProjectSummary> {
    const found = (await this.call<{ items: ProjectSummary[] }>('GET', '/api/projects')).items.find((project) => project.name === name);
    if (!found) throw new Error(`no project is called ${name}`);
    return found;
  }

  async myLeads(persona: string): Promise<MyLead[]> {
    return (await this.call<{ items: MyLead[] }>('GET', '/api/me/leads', undefined, persona)).items;
  }

  lead(id: string, as: string): Promise<StaffLeadDetail> {
    return this.call('GET', `/api/staff/leads/${id}`, undefined, as);
  }

  /** A stranger of this name leaves their details, as they would through the form. */
  async leaveDetails(name: string, phone: string, intent: LeadSubmission['intent'] = {}): Promise<LeadReceipt> {
    const key = `guest-${phone}`;
    await this.ask('POST', '/wechat/__sim/personas', { key, name });
    const [project, policy] = await Promise.all([this.project(), this.call<PolicyInForce>('GET', '/api/policy')]);
    const consent = { policyVersion: policy.version, purposes: policy.purposes.filter((p) => p.required).map((p) => p.key) };
    return this.call<LeadReceipt>('POST', '/api/leads', { projectId: project.id, name, phone, intent, consent }, key);
  }

  /** Who has the lead on offer, once it is routed, and not one of `before`. */
  offeredTo(leadId: string, ...before: string[]): Promise<Persona> {
    return until('the lead is offered', async () => {
      const { owner } = await this.lead(leadId, 'manager');
      const found = (await this.colleagues()).find(({ name }) => name === owner?.name);
      return found && !before.includes(found.key) ? found : null;
    });
  }

  async homes(persona = 'owner'): Promise<HomeView[]> {
    return (await this.call<{ items: HomeView[] }>('GET', '/api/me/homes', undefined, persona)).items;
  }

  /** A leaking tap of the owner's first home, unless something else is told, and whatever follows from it at once. */
  async report(over: Partial<WorkOrderReport> = {}, persona = 'owner'): Promise<WorkOrderReceipt> {
    const [home] = await this.homes(persona);
    if (!home) throw new Error(`${persona} has no home`);
    const tap = { kind: 'repair', unitId: home.unitId, category: 'water-tap', description: '厨房水龙头一直滴水' };
    const receipt = await this.call<WorkOrderReceipt>('POST', '/api/work-orders', { ...tap, ...over }, persona);
    await this.travel('PT0S');
    return receipt;
  }

  /** Brings a photo, as the form does; resolves with its id. */
  async upload({ name, mimeType, buffer }: Photograph, persona: string): Promise<string> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(buffer)], { type: mimeType }), name);
    const response = await fetch(`${this.base}/api/uploads`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await this.tokenOf(persona)}`, 'idempotency-key': randomUUID() },
      body: form,
    });
    if (!response.ok) throw new Error(`an upload was answered ${response.status}: ${await response.text()}`);
    return ((await response.json()) as { id: string }).id;
  }

  /** What a colleague does to an order: `acceptance`, `arrival` … */
  async serve(id: string, verb: string, as: string, body: object = {}): Promise<void> {
    await this.call('POST', `/api/staff/work-orders/${id}/${verb}`, body, as);
    await this.travel('PT0S');
  }

  order(id: string, as: string): Promise<StaffWorkOrderDetail> {
    return this.call('GET', `/api/staff/work-orders/${id}`, undefined, as);
  }

  myOrder(id: string, persona = 'owner'): Promise<WorkOrderView> {
    return this.call('GET', `/api/work-orders/${id}`, undefined, persona);
  }

  async myOrders(persona = 'owner'): Promise<MyWorkOrder[]> {
    return (await this.call<{ items: MyWorkOrder[] }>('GET', '/api/me/work-orders?limit=100', undefined, persona)).items;
  }

  private tokenOf(persona: string): Promise<string> {
    const known = this.tokens.get(persona) ?? this.signIn(persona);
    this.tokens.set(persona, known);
    return known;
  }

  private async signIn(persona: string): Promise<string> {
    const { code } = await this.call<{ code: string }>('POST', `/wechat/__sim/personas/${persona}/login-code`);
    return (await this.call<{ token: string }>('POST', '/api/sessions', { code })).token;
  }
}
