import { defineEvent } from '../../../platform/events/domain-events';

/** A colleague has read the story and let everybody see it. */
export const StoryPublished = defineEvent<{ storyId: string; customerId: string; projectId: string; at: number }>('story.published');
