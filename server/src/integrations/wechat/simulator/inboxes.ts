import type { MessageChannel } from '../template-catalogue';

const KEPT_PER_PERSON = 200;

export interface InboxItem {
  readonly channel: MessageChannel;
  readonly intent: string;
  readonly title: string;
  readonly fields: readonly { readonly key: string; readonly label: string; readonly value: string }[];
  readonly page: string | null;
  /** ISO 8601. */
  readonly receivedAt: string;
}

interface Inbox {
  items: InboxItem[];
  unread: number;
}

/** What arrived on each phone, newest first. */
export class Inboxes {
  private byPerson = new Map<string, Inbox>();

  put(personaKey: string, item: InboxItem): void {
    const inbox = this.of(personaKey);
    inbox.items.unshift(item);
    inbox.items.length = Math.min(inbox.items.length, KEPT_PER_PERSON);
    inbox.unread = Math.min(inbox.unread + 1, inbox.items.length);
  }

  list(personaKey: string): readonly InboxItem[] {
    return this.of(personaKey).items;
  }

  unread(personaKey: string): number {
    return this.of(personaKey).unread;
  }

  markRead(personaKey: string): void {
    this.of(personaKey).unread = 0;
  }

  save(): Record<string, Inbox> {
    return Object.fromEntries(this.byPerson);
  }

  restore(saved: Record<string, Inbox>): void {
    this.byPerson = new Map(Object.entries(saved));
  }

  private of(personaKey: string): Inbox {
    const inbox = this.byPerson.get(personaKey) ?? { items: [], unread: 0 };
    this.byPerson.set(personaKey, inbox);
    return inbox;
  }
}
