import { type PersonaIdentity, personaIdentity } from './identity';
import type { Persona } from './simulator.options';
import { WechatError } from './wire';

/** A WeChat user as the simulator keeps it. */
export interface Person extends Persona, PersonaIdentity {
  follows: boolean;
  /** Epoch seconds, 0 when never. */
  followedAt: number;
}

export interface SavedPeople {
  readonly added: readonly Persona[];
  readonly follows: Readonly<Record<string, { follows: boolean; followedAt: number }>>;
}

/** All WeChat users of the simulated world, found by key or by the openid an app knows them by. */
export class People {
  private readonly byKey = new Map<string, Person>();
  private readonly byOpenid = new Map<string, Person>();
  private readonly added: Persona[] = [];

  constructor(
    private readonly now: () => Date,
    personas: readonly Persona[],
  ) {
    for (const persona of personas) this.enter(persona);
  }

  get all(): readonly Person[] {
    return [...this.byKey.values()];
  }

  find(key: string): Person | undefined {
    return this.byKey.get(key);
  }

  /** The user an app means; 40003 for an openid that is not one of that app's. */
  byOaOpenid(openid: unknown): Person {
    return this.byAppOpenid('oaOpenid', openid);
  }

  byMpOpenid(openid: unknown): Person {
    return this.byAppOpenid('mpOpenid', openid);
  }

  /** A new WeChat user that no application has heard of. */
  add(key: string, phone: string | undefined, name: string | undefined): Person {
    const persona: Persona = {
      key,
      name: name ?? `访客 ${this.added.length + 1}`,
      role: 'prospect',
      phone: phone ?? `+86139000${String(11000 + this.added.length).padStart(5, '0')}`,
      follows: false,
    };
    this.added.push(persona);
    return this.enter(persona);
  }

  /** Answers whether this changed anything. */
  setFollowing(person: Person, follows: boolean): boolean {
    if (person.follows === follows) return false;
    person.follows = follows;
    if (follows) person.followedAt = this.seconds();
    return true;
  }

  save(): SavedPeople {
    const follows = Object.fromEntries(this.all.map((p) => [p.key, { follows: p.follows, followedAt: p.followedAt }]));
    return { added: this.added, follows };
  }

  restore(saved: SavedPeople): void {
    for (const persona of saved.added) {
      if (this.byKey.has(persona.key)) continue;
      this.added.push(persona);
      this.enter(persona);
    }
    for (const [key, kept] of Object.entries(saved.follows)) Object.assign(this.byKey.get(key) ?? {}, kept);
  }

  private enter(persona: Persona): Person {
    const person: Person = { ...persona, ...personaIdentity(persona.key), followedAt: persona.follows ? this.seconds() : 0 };
    this.byKey.set(person.key, person);
    this.byOpenid.set(person.oaOpenid, person).set(person.mpOpenid, person);
    return person;
  }

  private byAppOpenid(field: 'oaOpenid' | 'mpOpenid', openid: unknown): Person {
    const person = typeof openid === 'string' ? this.byOpenid.get(openid) : undefined;
    if (person?.[field] !== openid || !person) throw new WechatError(40003);
    return person;
  }

  private seconds(): number {
    return Math.floor(this.now().getTime() / 1000);
  }
}
