import type { SiteDuty, SitePost } from '@guihu/shared';
import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Id, Instant, Int, Json, Ref, Text } from '../../../platform/database/columns';

/** What a sales office wants of those who keep it running (F11). */
@Entity('site_rotas')
export class SiteRotaRecord {
  @ForeignKey('projects') @PrimaryColumn({ type: 'varchar', length: 36 }) projectId: string;
  /** Duties on which somebody has to stand while visitors are booked. */
  @Json() wanted: SiteDuty[];
  @ForeignKey('staff') @Ref({ nullable: true }) savedById: string | null;
  @Instant() savedAt: number;
}

/** Who stands on one weekday of every week, or on one date in place of its weekday. */
@Entity('site_rota_days')
@Index(['projectId', 'day'], { unique: true })
export class SiteRotaDayRecord {
  @Id() id: string;
  @ForeignKey('projects') @Ref() projectId: string;
  /** `1` (Monday) to `7` (Sunday), or a Beijing date. */
  @Text(10) day: string;
  @Json() posts: SitePost[];
  /** Counts saves: of two at once one wins. */
  @Int() version: number;
  @ForeignKey('staff') @Ref({ nullable: true }) savedById: string | null;
  @Instant() savedAt: number;
}
