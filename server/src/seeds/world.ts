import type { ProductType } from '@guihu/shared';
import type { EntityManager } from 'typeorm';
import type { CastKey } from '../integrations/wechat/simulator/cast';
import type { FieldCipher } from '../platform/crypto/field-cipher';

/** What every seed is given. */
export interface Ground {
  tx: EntityManager;
  cipher: FieldCipher;
  /** Application time, epoch ms. */
  now: number;
}

export type ProjectCode = 'YX' | 'LT';

/** Members of the cast who work here. */
export type StaffKey = Exclude<CastKey, 'prospect' | 'prospect-2' | 'owner'>;

export type ProjectIds = Readonly<Record<ProjectCode, string>>;
export type StaffIds = Readonly<Record<StaffKey, string>>;

export interface BuildingPlan {
  name: string;
  floors: number;
  productType: ProductType;
  /** Layout code of each home of a floor, from the first door on. */
  doors: readonly string[];
}
