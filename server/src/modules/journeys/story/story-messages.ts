import { STORY_STATUS_LABELS, type StoryStatus } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { Notifier } from '../../../platform/notifier/notifier';
import { ProjectQueries } from '../../registers/project';
import { StaffQueries } from '../../registers/staff';
import { type StoryRow, storySubject } from './story.rows';

const MY_STORIES = 'subpackages/neighbour/pages/stories/index';
const STAFF_STORIES = 'subpackages/growth/pages/stories/index';

/** The author hears what became of a story; whoever cares for owners hears that one waits. */
@Injectable()
export class StoryMessages {
  constructor(
    private readonly notifier: Notifier,
    private readonly clock: Clock,
    private readonly projects: ProjectQueries,
    private readonly staff: StaffQueries,
  ) {}

  async tellDesk(tx: EntityManager, { id, title, project_id }: Pick<StoryRow, 'id' | 'title' | 'project_id'>): Promise<void> {
    const facts = {
      title,
      project: await this.nameOf(project_id),
      at: this.clock.now(),
      hint: '请核对有没有写出电话或门牌号',
    };
    const people = await this.staff.relationsOf(project_id, tx);
    await this.notifier.notify(
      tx,
      ...people.map((staffId) => ({
        recipient: { staffId },
        intent: 'story-waiting',
        facts,
        page: STAFF_STORIES,
        subject: storySubject(id),
      })),
    );
  }

  async tellAuthor(tx: EntityManager, story: StoryRow, status: StoryStatus, reason: string | null): Promise<void> {
    await this.notifier.notify(tx, {
      recipient: { customerId: story.customer_id },
      intent: 'story-decided',
      facts: {
        title: story.title,
        project: await this.nameOf(story.project_id),
        status: STORY_STATUS_LABELS[status],
        at: this.clock.now(),
        note: reason ?? '感谢分享，邻居们都能看到了',
      },
      page: MY_STORIES,
      subject: storySubject(story.id),
    });
  }

  private async nameOf(projectId: string): Promise<string> {
    return (await this.projects.find(projectId))?.name ?? '';
  }
}
