import {
  MOST_PHOTOS,
  STORY_BYLINES,
  STORY_REASON,
  STORY_STATUSES,
  STORY_TITLE,
  STORY_WORDS,
  type StoryByline,
  type StoryDraft,
  type StoryReturn,
  type StoryStatus,
} from '@guihu/shared';
import {
  ArrayMaxSize,
  ArrayUnique,
  Equals,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { PageDto } from '../../../platform/http/page.dto';
import { PRINTABLE, signsUpTo, trimmed } from '../../../platform/http/typed-text';

const TITLE = { message: `标题请写 ${STORY_TITLE.least} 到 ${STORY_TITLE.most} 个字` };
const WORDS = { message: `正文请写 ${STORY_WORDS.least} 到 ${STORY_WORDS.most} 个字` };
const REASON = { message: `请用 ${STORY_REASON.least} 到 ${STORY_REASON.most} 个字写明原因，作者会看到` };

/** `POST /api/me/stories` */
export class StoryDraftDto implements StoryDraft {
  @IsUUID(undefined, { message: '请选择房屋' })
  unitId: string;

  @trimmed()
  @IsString(TITLE)
  @Length(STORY_TITLE.least, STORY_TITLE.most, TITLE)
  @signsUpTo(STORY_TITLE.most, TITLE)
  @Matches(PRINTABLE, { message: '标题含有无法识别的字符，请重新填写' })
  title: string;

  @trimmed()
  @IsString(WORDS)
  @Length(STORY_WORDS.least, STORY_WORDS.most, WORDS)
  @signsUpTo(STORY_WORDS.most, WORDS)
  words: string;

  @IsOptional()
  @IsInt({ message: '请选择 1 到 5 星' })
  @Min(1, { message: '请选择 1 到 5 星' })
  @Max(5, { message: '请选择 1 到 5 星' })
  stars?: number;

  @IsOptional()
  @IsIn(Object.keys(STORY_BYLINES), { message: '请选择怎样署名' })
  byline?: StoryByline;

  @IsOptional()
  @IsArray({ message: '照片列表格式不正确' })
  @ArrayMaxSize(MOST_PHOTOS, { message: `照片最多 ${MOST_PHOTOS} 张` })
  @ArrayUnique({ message: '同一张照片不需要重复提交' })
  @IsUUID(undefined, { each: true, message: '照片编号不正确，请重新选择' })
  uploadIds?: string[];

  @Equals(true, { message: '请先同意公开，再提交' })
  agreed: boolean;
}

export class StoryListDto extends PageDto {
  @IsUUID(undefined, { message: '请选择楼盘' })
  projectId: string;

  @IsOptional()
  @IsIn(STORY_STATUSES, { message: '请选择故事状态' })
  status?: StoryStatus;
}

export class StoryReturnDto implements StoryReturn {
  @trimmed()
  @IsString(REASON)
  @Length(STORY_REASON.least, STORY_REASON.most, REASON)
  @signsUpTo(STORY_REASON.most, REASON)
  reason: string;
}
