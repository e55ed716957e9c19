export { type ViewingFact, ViewingFactsQueries } from './desk/viewing-facts.queries';
export { ViewingBooked, ViewingCheckedIn, ViewingCompleted, ViewingEnded } from './viewing.events';
export { ViewingModule } from './viewing.module';
export { VisitHistory, type VisitRecord } from './visit-history.queries';
