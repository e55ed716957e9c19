import { MOST_PHOTOS, STORY_CONSENT, type StoryChange, type StoryDraft } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/columns';
import { Database, insertRows, isDuplicate } from '../../../platform/database/database';
import type { Actor } from '../../../platform/http/actor';
import { coded, refusedField } from '../../../platform/http/coded-error';
import { CustomerRegister } from '../../registers/customer';
import { HomeRegister } from '../../registers/home';
import { UploadRegister } from '../../registers/upload';
import { bylineOf, type GivenAway, givenAway } from './story.policy';
import { findStory, moveStory, storySubject } from './story.rows';
import { StoryMessages } from './story-messages';

const SAID: Readonly<Record<GivenAway, string>> = {
  phone: '里面有电话号码，公开后所有人都能看到，请删掉',
  home: '里面有您家的门牌号，请删掉，写楼盘名就可以',
  name: '里面有您的全名，请改成称呼，署名由我们来写',
};

/** An owner's own verbs on their stories (K9). */
@Injectable()
export class StoryService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly homes: HomeRegister,
    private readonly customers: CustomerRegister,
    private readonly uploads: UploadRegister,
    private readonly messages: StoryMessages,
  ) {}

  /**
   * Puts a story into the queue; nobody sees it before a colleague has read it.
   * @throws CodedError `home.not-yours`, `story.gives-away`, `story.waiting`, `upload.*`
   */
  async submit(actor: Actor, draft: StoryDraft): Promise<StoryChange> {
    const home = await this.checked(actor, draft);
    const id = newId();
    try {
      return await this.database.useCase(async (tx) => {
        const at = this.clock.now();
        const row = {
          id,
          project_id: home.projectId,
          unit_id: home.unitId,
          customer_id: home.customerId,
          status: 'submitted' as const,
          title: draft.title,
          words: draft.words,
          stars: draft.stars ?? null,
          byline: bylineOf(draft.byline ?? 'masked', home.name),
          consent_version: STORY_CONSENT.version,
          waiting_key: home.customerId,
          created_at: at,
          updated_at: at,
        };
        await insertRows(tx, 'stories', [row]);
        const taken = await this.uploads.attach(tx, actor, draft.uploadIds ?? [], storySubject(id), 'story');
        if (taken.length > MOST_PHOTOS || taken.some(({ kind }) => kind !== 'image')) {
          throw refusedField('request.invalid', 'uploadIds', 'many', `只能放照片，最多 ${MOST_PHOTOS} 张`);
        }
        await this.audit.record(tx, null, 'story.submitted', storySubject(id), { consent: STORY_CONSENT.version });
        await this.messages.tellDesk(tx, row);
        return { id, status: row.status };
      });
    } catch (error) {
      if (isDuplicate(error)) throw coded('story.waiting');
      throw error;
    }
  }

  /**
   * The author takes it back, published or not; its pictures serve for nothing any more.
   * @throws CodedError `story.not-found` for somebody else's too, `story.state-conflict`
   */
  withdraw(actor: Actor, id: string): Promise<StoryChange> {
    return this.database.useCase(async (tx) => {
      const row = await findStory(tx, id);
      if (!row || row.customer_id !== actor.customerId) throw coded('story.not-found');
      const status = await moveStory(tx, id, 'withdraw', this.clock.now());
      await this.uploads.release(tx, storySubject(id));
      await this.audit.record(tx, null, 'story.withdrawn', storySubject(id), { from: row.status });
      return { id, status };
    });
  }

  /** The home it is told of, when it is theirs and the words may be shown to everybody. */
  private async checked({ customerId }: Actor, { unitId, title, words }: StoryDraft) {
    const owned = await this.homes.ownedBy(customerId);
    const home = owned.find((each) => each.unitId === unitId);
    if (!home || customerId === null) throw coded('home.not-yours');
    const name = home.name || ((await this.customers.briefs([customerId])).get(customerId)?.name ?? '');
    const places = await this.homes.places(owned.map((each) => each.unitId));
    const own = { name, unitLabels: [...places.values()].map((place) => place.unitLabel) };
    for (const [field, text] of Object.entries({ title, words })) {
      const what = givenAway(text, own);
      if (what) throw refusedField('story.gives-away', field, what, SAID[what]);
    }
    return { ...home, customerId, name: home.name };
  }
}
