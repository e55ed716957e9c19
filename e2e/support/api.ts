import { randomUUID } from 'node:crypto';
import type { ClockAnswer, LeadReceipt, LeadSubmission, MyLead, PolicyInForce, ProjectSummary, StaffLeadDetail } from '@guihu/shared';
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
