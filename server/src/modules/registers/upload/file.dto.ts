import { IsOptional, IsString, MaxLength } from 'class-validator';

/** What stands in a link that we gave. Whatever is left out or changed makes it one that we did not give. */
export class FileLinkDto {
  /** `thumb` or `full`. */
  @IsOptional()
  @IsString({ message: '链接不正确' })
  @MaxLength(10, { message: '链接不正确' })
  variant?: string;

  /** Until when the link is good, seconds since 1970. */
  @IsOptional()
  @IsString({ message: '链接不正确' })
  @MaxLength(12, { message: '链接不正确' })
  exp?: string;

  /** Signature. */
  @IsOptional()
  @IsString({ message: '链接不正确' })
  @MaxLength(64, { message: '链接不正确' })
  sig?: string;
}
