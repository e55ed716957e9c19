import { type MyRealName, maskIdCard, maskName } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { Database, select } from '../../../platform/database/database';
import { RealName } from './real-name.entity';

/** Who has stated a real name; never more of it than its mask. */
@Injectable()
export class RealNames {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {}

  async mine(customerId: string | null, tx: EntityManager = this.database.manager): Promise<MyRealName> {
    const row = customerId === null ? null : await tx.findOneBy(RealName, { customerId, withdrawnAt: IsNull() });
    return {
      stated: row !== null,
      nameMasked: row?.nameSealed ? maskName(this.cipher.decrypt(row.nameSealed)) : null,
      numberMasked: row?.numberSealed ? maskIdCard(this.cipher.decrypt(row.numberSealed)) : null,
      statedAt: row ? new Date(row.statedAt).toISOString() : null,
    };
  }

  /** Masked names of those who have stated theirs, by customer. */
  async masked(customerIds: readonly string[], tx: EntityManager = this.database.manager): Promise<Map<string, string>> {
    if (customerIds.length === 0) return new Map();
    const rows = await tx.findBy(RealName, { customerId: In([...new Set(customerIds)]), withdrawnAt: IsNull() });
    return new Map(rows.map((row) => [row.customerId, row.nameSealed ? maskName(this.cipher.decrypt(row.nameSealed)) : '']));
  }

  async isStated(customerId: string, tx: EntityManager = this.database.manager): Promise<boolean> {
    return (await this.masked([customerId], tx)).has(customerId);
  }

  /** Whether this customer ever stated a card that is another one's. */
  async wasRefused(customerId: string, tx: EntityManager): Promise<boolean> {
    const rows = await select<{ id: string }>(tx, 'SELECT id FROM real_name_refusals WHERE customer_id = ? LIMIT 1', [customerId]);
    return rows.length > 0;
  }
}
