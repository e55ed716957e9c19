import type { Readable } from 'node:stream';
import { sceneOf } from '@guihu/shared';
import { Inject, Injectable } from '@nestjs/common';
import { FileMissing, StoragePort, StorageUnavailable } from '../../../integrations/storage/storage.port';
import { WECHAT, type WechatPort, WechatRefused } from '../../../integrations/wechat/wechat.port';
import { Database, execute } from '../../../platform/database/database';
import { coded } from '../../../platform/http/coded-error';
import { Log } from '../../../platform/logging/log';
import { CODE_PAGE, readCode } from './live-code.policy';
import type { LiveCodeRow } from './live-code.rows';

export interface Picture {
  mime: string;
  body: Buffer | Readable;
  length: number;
}

/** The mini-program code of a live code: drawn by WeChat once, kept from then on. */
@Injectable()
export class LiveCodePictures {
  constructor(
    private readonly database: Database,
    private readonly storage: StoragePort,
    @Inject(WECHAT) private readonly wechat: WechatPort,
    private readonly log: Log,
  ) {}

  /** @throws CodedError `live-code.not-found`; `wechat.unavailable` while WeChat draws nothing */
  async of(typed: string): Promise<Picture> {
    const code = readCode(typed);
    const [row] = code ? await this.database.rows<LiveCodeRow>('SELECT * FROM live_codes WHERE code = ?', [code]) : [];
    if (!row) throw coded('live-code.not-found');
    return (row.picture_mime && (await this.kept(row.id, row.picture_mime))) || this.draw(row);
  }

  private async kept(id: string, mime: string): Promise<Picture | null> {
    try {
      const { body, size } = await this.storage.open(keyOf(id));
      return { mime, body, length: size };
    } catch (error) {
      if (!(error instanceof FileMissing) && !(error instanceof StorageUnavailable)) throw error;
      this.log.error({ err: error, liveCodeId: id }, 'the kept picture of a code could not be read; it is drawn anew');
      return null;
    }
  }

  private async draw({ id, code }: LiveCodeRow): Promise<Picture> {
    const { mime, bytes } = await this.wechat.miniProgramCode({ scene: sceneOf(code), page: CODE_PAGE }).catch((error: unknown) => {
      if (!(error instanceof WechatRefused)) throw error;
      this.log.error({ err: error, liveCodeId: id }, 'WeChat drew no code');
      throw coded('wechat.unavailable');
    });
    await this.keep(id, mime, bytes);
    return { mime, body: bytes, length: bytes.length };
  }

  /** A picture that cannot be kept is shown all the same. */
  private async keep(id: string, mime: string, bytes: Buffer): Promise<void> {
    try {
      await this.storage.put(keyOf(id), bytes, { mime, bytes: bytes.length });
      await this.database.transaction((tx) => execute(tx, 'UPDATE live_codes SET picture_mime = ? WHERE id = ?', [mime, id]));
    } catch (error) {
      if (!(error instanceof StorageUnavailable)) throw error;
      this.log.error({ err: error, liveCodeId: id }, 'the picture of a code could not be kept');
    }
  }
}

const keyOf = (id: string): string => `live-codes/${id}`;
