import type { ModeratorVerb, StoryChange } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { DomainEvents } from '../../../platform/events/domain-events';
import { type StaffActor, worksFor } from '../../../platform/http/actor';
import { coded } from '../../../platform/http/coded-error';
import { StoryPublished } from './story.events';
import { findStory, moveStory, storySubject } from './story.rows';
import { StoryMessages } from './story-messages';

/** Somebody who cares for owners reads a story before everybody else does (K9). */
@Injectable()
export class ModerationService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly events: DomainEvents,
    private readonly messages: StoryMessages,
  ) {}

  /** @throws CodedError `story.not-found`, `story.own-story`, `story.state-conflict` */
  publish(actor: StaffActor, id: string): Promise<StoryChange> {
    return this.decide(actor, id, 'publish', null);
  }

  /** Of a published one too: it is hidden at once. @throws CodedError as `publish` */
  giveBack(actor: StaffActor, id: string, reason: string): Promise<StoryChange> {
    return this.decide(actor, id, 'return', reason);
  }

  private decide(actor: StaffActor, id: string, verb: ModeratorVerb, reason: string | null): Promise<StoryChange> {
    return this.database.useCase(async (tx) => {
      const row = await findStory(tx, id);
      if (!row || !worksFor(actor, row.project_id)) throw coded('story.not-found');
      if (row.customer_id === actor.customerId) throw coded('story.own-story');
      const at = this.clock.now();
      const decided = { decided_by_id: actor.staffId, decided_at: at, ...(reason === null ? {} : { reason }) };
      const status = await moveStory(tx, id, verb, at, decided);
      await this.audit.record(tx, actor.staffId, `story.${status}`, storySubject(id), reason === null ? {} : { reason });
      await this.messages.tellAuthor(tx, row, status, reason);
      const told = { storyId: id, customerId: row.customer_id, projectId: row.project_id, at };
      if (status === 'published') await this.events.publish(tx, StoryPublished, told, storySubject(id));
      return { id, status };
    });
  }
}
