import type { Page, WorkOrderCategory } from '@guihu/shared';
import { Controller, Get } from '@nestjs/common';
import { Public } from '../../../platform/http/permission.guard';
import { CategoryQueries } from './category.queries';

@Controller('api/work-order-categories')
export class CategoryController {
  constructor(private readonly categories: CategoryQueries) {}

  @Get()
  @Public()
  tree(): Promise<Page<WorkOrderCategory>> {
    return this.categories.tree();
  }
}
