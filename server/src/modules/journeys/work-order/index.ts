export { CategoryQueries } from './category.queries';
export { WorkOrderModule } from './work-order.module';
export { WorkOrderAccess } from './work-order-access';
