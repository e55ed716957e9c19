import { HOME_RIGHTS, type HomeClaim, type HomeInvitationRequest, type HomeRight } from '@guihu/shared';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

const RIGHTS = Object.keys(HOME_RIGHTS) as HomeRight[];
const CODE_SENTENCE = '邀请码不正确，请从收到的邀请打开';

export class HomeClaimDto implements HomeClaim {
  @IsOptional()
  @IsString({ message: '请选择房屋' })
  @MaxLength(36, { message: '房屋编号不正确' })
  unitId?: string;

  @IsOptional()
  @IsString({ message: CODE_SENTENCE })
  @MaxLength(64, { message: CODE_SENTENCE })
  @Matches(/^[\w-]+$/, { message: CODE_SENTENCE })
  invitationCode?: string;
}

export class HomeInvitationDto implements HomeInvitationRequest {
  @IsIn(['family', 'tenant'], { message: '请选择邀请家人还是租户' })
  role: 'family' | 'tenant';

  @IsOptional()
  @IsArray({ message: '请勾选允许的操作' })
  @ArrayMinSize(1, { message: '请至少勾选一项允许的操作' })
  @ArrayMaxSize(RIGHTS.length, { message: '勾选的操作太多' })
  @IsIn(RIGHTS, { each: true, message: '请从给出的操作中选择' })
  may?: HomeRight[];

  /** A tenant's last day. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '到期日请写成 2027-06-30 这样的格式' })
  until?: string;
}
