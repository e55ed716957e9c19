import { Entity, PrimaryColumn } from 'typeorm';
import { Text } from '../database/columns';

/** Small facts the application keeps about itself, such as how far a simulated clock had run. */
@Entity('app_settings')
export class AppSetting {
  @PrimaryColumn({ type: 'varchar', length: 60 }) id: string;
  @Text(500) value: string;
}
