export { CategoryQueries } from './category.queries';
export { type OrderFacts, OrderFactsQueries } from './reading/order-facts.queries';
export { WorkOrderViewsModule } from './reading/work-order-views.module';
export { WorkOrderModule } from './work-order.module';
export { WorkOrderAccess } from './work-order-access';
export { WorkOrderReadingModule } from './work-order-reading.module';
