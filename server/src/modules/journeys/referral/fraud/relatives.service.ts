import { type DeclaredRelative, maskPhone, type Page, type RelativeDeclaration } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { FieldCipher } from '../../../../platform/crypto/field-cipher';
import { newId } from '../../../../platform/database/columns';
import { Database, execute, insertRows, isDuplicate } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { coded, refusedField } from '../../../../platform/http/coded-error';
import { normalisePhone } from '../../../../platform/phone';

/** What colleagues declare of their relatives, each their own. */
@Injectable()
export class RelativesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
  ) {}

  async of(actor: StaffActor): Promise<Page<DeclaredRelative>> {
    const rows = await this.database.rows<{
      id: string;
      name: string;
      phone_sealed: string;
      relation: string;
      declared_at: number | string;
    }>(
      `SELECT id, name, phone_sealed, relation, declared_at FROM declared_relatives
       WHERE staff_id = ? AND removed_at IS NULL ORDER BY id DESC LIMIT 100`,
      [actor.staffId],
    );
    const items = rows.map((row) => ({
      id: row.id,
      name: row.name,
      phoneMasked: maskPhone(this.cipher.decrypt(row.phone_sealed)),
      relation: row.relation,
      declaredAt: new Date(Number(row.declared_at)).toISOString(),
    }));
    return { items, nextCursor: null };
  }

  /** @throws CodedError `phone.invalid`, `request.invalid` for one declared already */
  async declare(actor: StaffActor, { name, phone, relation }: RelativeDeclaration): Promise<DeclaredRelative> {
    const read = normalisePhone(phone);
    if (!read.ok) throw refusedField('phone.invalid', 'phone', 'phone', '手机号格式不正确，请检查后重新填写');
    const [id, now, phoneIndex] = [newId(), this.clock.now(), this.cipher.blindIndex(read.e164)];
    const row = {
      id,
      staff_id: actor.staffId,
      name,
      phone_sealed: this.cipher.encrypt(read.e164),
      phone_index: phoneIndex,
      relation,
      declared_at: now,
      active_key: `${actor.staffId}:${phoneIndex}`,
    };
    try {
      return await this.database.useCase(async (tx) => {
        await insertRows(tx, 'declared_relatives', [row]);
        return { id, name, phoneMasked: maskPhone(read.e164), relation, declaredAt: new Date(now).toISOString() };
      });
    } catch (error) {
      throw isDuplicate(error) ? refusedField('request.invalid', 'phone', 'declared', '你已申报过这个手机号') : error;
    }
  }

  /** One's own only; what was flagged by it stays flagged. @throws CodedError `referral.not-found` */
  remove(actor: StaffActor, id: string): Promise<{ id: string }> {
    return this.database.useCase(async (tx) => {
      const removed = await execute(
        tx,
        'UPDATE declared_relatives SET removed_at = ?, active_key = NULL WHERE id = ? AND staff_id = ? AND removed_at IS NULL',
        [this.clock.now(), id, actor.staffId],
      );
      if (removed === 0) throw coded('referral.not-found', '没有找到这条申报');
      return { id };
    });
  }
}
