export { ViewingBooked, ViewingCheckedIn, ViewingCompleted, ViewingEnded } from './viewing.events';
export { ViewingModule } from './viewing.module';
