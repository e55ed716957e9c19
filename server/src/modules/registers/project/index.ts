export { ChannelDirectory, type ChannelEntry, OWN_FORM_CHANNEL, UNRECOGNISED_CHANNEL } from './channel-directory';
export { ProjectModule } from './project.module';
export { type ProjectBrief, ProjectQueries } from './project.queries';
export { type UnitPlace, UnitQueries, type UnitSale } from './unit.queries';
