import { CHANNEL_ROOTS, type ChannelRoot, type ChannelView } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Remembered } from '../../../platform/clock/remembered';
import { Database } from '../../../platform/database/database';
import { Channel } from './project.entity';

/** Where a lead comes from that was sent by the mini-program's own form. */
export const OWN_FORM_CHANNEL = 'online.miniprogram';
/** Where leads of public forms wait whose channel nobody registered (A6). */
export const UNRECOGNISED_CHANNEL = 'other.unrecognised';

/** Machine time. */
const REMEMBER_MS = 30_000;

export interface ChannelEntry {
  code: string;
  name: string;
  root: ChannelRoot;
  rootName: string;
  /** False for a retired channel: nobody chooses it any more, but what was printed with its code is still out there. */
  active: boolean;
}

interface Dictionary {
  all: ChannelEntry[];
  byCode: Map<string, ChannelEntry>;
  byName: Map<string, ChannelEntry>;
}

/** The registered channels, each under one of the five lawful roots (A6). */
@Injectable()
export class ChannelDirectory {
  private readonly dictionary: Remembered<Dictionary>;

  constructor(
    private readonly database: Database,
    clock: Clock,
  ) {
    this.dictionary = new Remembered(clock, REMEMBER_MS, () => this.load());
  }

  /** The channel of a code, retired ones too; null for a code that was never registered. */
  async find(code: string): Promise<ChannelEntry | null> {
    return (await this.dictionary.get()).byCode.get(code) ?? null;
  }

  /** The active channel that a partner's table means: by its name or code, however spaced or cased. */
  async byName(name: string): Promise<ChannelEntry | null> {
    return (await this.dictionary.get()).byName.get(plain(name)) ?? null;
  }

  /** What a colleague may choose from, in the order of the dictionary; the parking place is no choice. */
  async list(): Promise<ChannelView[]> {
    const { all } = await this.dictionary.get();
    return all
      .filter((c) => c.active && c.code !== UNRECOGNISED_CHANNEL)
      .map(({ code, name, root, rootName }) => ({ code, name, root, rootName }));
  }

  /** The dictionary changed: it is read anew. */
  invalidate(): void {
    this.dictionary.forget();
  }

  private async load(): Promise<Dictionary> {
    const manager = await this.database.aside();
    const rows = await manager.find(Channel, { order: { position: 'ASC', code: 'ASC' } });
    const all = rows.map(({ code, name, root, active }) => ({ code, name, root, rootName: CHANNEL_ROOTS[root], active }));
    return {
      all,
      byCode: new Map(all.map((c) => [c.code, c])),
      byName: new Map(all.filter((c) => c.active).flatMap((c) => [c.code, c.name].map((word): [string, ChannelEntry] => [plain(word), c]))),
    };
  }
}

/** Full-width letters, spaces and case do not make another word. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
