export { StoryPublished } from './story.events';
export { StoryModule } from './story.module';
