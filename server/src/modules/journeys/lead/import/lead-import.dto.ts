import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

export class LeadImportListDto {
  @IsOptional()
  @IsString()
  @MaxLength(200, { message: '翻页位置无效' })
  cursor?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: '每页条数请填写整数' })
  @Min(1, { message: '每页至少 1 条' })
  @Max(100, { message: '每页最多 100 条' })
  limit?: number;
}

/** The form is read as it arrives and never becomes an object, so its shape is written down by hand. */
export const UPLOAD_FORM = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', format: 'binary' }, projectId: { type: 'string', maxLength: 36 } },
};
