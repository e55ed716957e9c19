import { type SiteCheckIn, VIEWING_RATING_TAGS, type ViewingRating } from '@guihu/shared';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

export class SiteCheckInDto implements SiteCheckIn {
  @IsString({ message: '请扫接待处的签到码' })
  @IsNotEmpty({ message: '请扫接待处的签到码' })
  @MaxLength(64, { message: '签到码不正确' })
  code: string;
}

export class ViewingRatingDto implements ViewingRating {
  @IsInt({ message: '请选择星级' })
  @Min(1, { message: '至少一星' })
  @Max(5, { message: '最多五星' })
  stars: number;

  @IsArray({ message: '请选择评价标签' })
  @ArrayMaxSize(VIEWING_RATING_TAGS.length, { message: '评价标签太多' })
  @IsIn([...VIEWING_RATING_TAGS], { each: true, message: '请从给出的标签中选择' })
  tags: string[];

  @IsOptional()
  @Transform(({ value }) => (typeof value === 'string' ? value.trim() : value))
  @IsString({ message: '评价请填写文字' })
  @MaxLength(500, { message: '评价请控制在 500 字以内' })
  words?: string;
}
