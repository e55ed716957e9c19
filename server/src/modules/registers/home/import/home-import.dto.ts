import { IsOptional, IsString, MaxLength } from 'class-validator';

/** The form is read as it arrives and never becomes an object, so its shape is written down by hand. */
export const UPLOAD_FORM = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', format: 'binary' } },
};

export class HomeImportTargetDto {
  /** Else the colleague's first project. */
  @IsOptional()
  @IsString()
  @MaxLength(36, { message: '楼盘编号不正确' })
  projectId?: string;
}
