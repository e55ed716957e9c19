import { type RevisitStatus, WORK_ORDER_STATUSES, type WorkOrderStatus } from '@guihu/shared';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { PageDto } from '../../../../platform/http/page.dto';
import { OWNER_LISTS } from './my-work-orders.queries';
import { ORDER_VIEWS, type OrderView } from './staff-work-orders.queries';

export class WorkOrderListDto extends PageDto {
  @IsOptional()
  @IsIn(ORDER_VIEWS, { message: '视图不正确' })
  view?: OrderView;

  @IsOptional()
  @IsIn(WORK_ORDER_STATUSES, { message: '工单状态不正确' })
  status?: WorkOrderStatus;

  @IsOptional()
  @IsString()
  @MaxLength(36, { message: '楼盘编号不正确' })
  projectId?: string;

  /** A number from its beginning, or where the home is: `1203`, `3号楼 12`. */
  @IsOptional()
  @Transform(({ value }) => (typeof value === 'string' ? value.trim() : value))
  @IsString({ message: '请填写要搜索的内容' })
  @Length(1, 40, { message: '搜索内容请控制在 40 个字以内' })
  q?: string;
}

export class MyWorkOrderListDto extends PageDto {
  @IsOptional()
  @IsIn(OWNER_LISTS, { message: '列表不正确' })
  status?: (typeof OWNER_LISTS)[number];
}

export class RevisitListDto extends PageDto {
  @IsOptional()
  @IsIn(['open', 'done'], { message: '回访状态不正确' })
  status?: RevisitStatus;

  @IsOptional()
  @IsString()
  @MaxLength(36, { message: '楼盘编号不正确' })
  projectId?: string;
}

/** What is read of one project. */
export class OfProjectDto {
  @IsString({ message: '请选择楼盘' })
  @Length(1, 36, { message: '请选择楼盘' })
  projectId: string;
}

export class WarrantyQueryDto {
  @IsString({ message: '请选择房屋' })
  @Length(1, 36, { message: '请选择房屋' })
  unitId: string;

  @IsString({ message: '请选择类别' })
  @Length(1, 40, { message: '请选择类别' })
  category: string;
}
