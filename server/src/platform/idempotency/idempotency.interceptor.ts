import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Clock } from '../clock/clock';
import { FieldCipher } from '../crypto/field-cipher';
import { Database, isDuplicate, marks } from '../database/database';
import { Gathering } from '../database/gathering';
import type { RequestWithActor } from '../http/actor';
import { coded } from '../http/coded-error';

/** What a client may send as `Idempotency-Key`. */
export const IDEMPOTENCY_KEY = /^[\x21-\x7e]{8,128}$/;

/** @throws CodedError `request.invalid` for a key that is none */
export function checkedIdempotencyKey(key: string): string {
  if (IDEMPOTENCY_KEY.test(key)) return key;
  throw coded('request.invalid', '请求标识格式不正确', [{ field: 'Idempotency-Key', code: 'key', message: '请求标识格式不正确' }]);
}

interface KeptAnswer {
  request_hash: string;
  status: number;
  answer: string;
}

/**
 * A repeated `Idempotency-Key` gets the first answer and changes nothing. The answer is written by the use case's own
 * transaction, so there is no moment at which the work is done but the key is not known.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  private readonly lookups = new Gathering<string, KeptAnswer | null>((scopes) => this.lookUp(scopes), { atOnce: 2, lot: 64 });

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<RequestWithActor>();
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || key === undefined || isUpload(request)) return next.handle();
    return from(
      this.once(request, http.getResponse<FastifyReply>(), String(key), () => lastValueFrom(next.handle(), { defaultValue: undefined })),
    );
  }

  private async once(request: RequestWithActor, reply: FastifyReply, key: string, work: () => Promise<unknown>): Promise<unknown> {
    const scope = sha256(`${request.actor?.accountId ?? request.ip}\n${request.url}\n${checkedIdempotencyKey(key)}`);
    // With a key: a body may hold a number that could be found by trying all of them.
    const requestHash = this.cipher.blindIndex(JSON.stringify(request.body ?? null));
    const kept = await this.find(scope);
    if (kept) return this.replay(kept, requestHash, reply);
    try {
      return await this.database.keepingAnswer(
        (answer) => ({
          scope,
          request_hash: requestHash,
          status: reply.statusCode,
          answer: JSON.stringify(answer ?? null),
          created_at: this.clock.now(),
        }),
        work,
      );
    } catch (error) {
      // Either two taps raced and the other one committed first, or the failure is real.
      const winner = isDuplicate(error) || isConflict(error) ? await this.find(scope) : undefined;
      if (!winner) throw error;
      return this.replay(winner, requestHash, reply);
    }
  }

  private async find(scope: string): Promise<KeptAnswer | undefined> {
    return (await this.lookups.add(scope)) ?? undefined;
  }

  private async lookUp(scopes: readonly string[]): Promise<(KeptAnswer | null)[]> {
    const rows = await this.database.rows<KeptAnswer & { scope: string }>(
      `SELECT scope, request_hash, status, answer FROM idempotency_keys WHERE scope IN ${marks(scopes.length)}`,
      scopes,
    );
    const found = new Map(rows.map((row) => [row.scope, row]));
    return scopes.map((scope) => found.get(scope) ?? null);
  }

  private replay(kept: KeptAnswer, requestHash: string, reply: FastifyReply): unknown {
    if (kept.request_hash !== requestHash) throw coded('request.key-reused');
    void reply.status(kept.status).header('Idempotency-Replayed', 'true');
    return JSON.parse(kept.answer) as unknown;
  }
}

/** An upload is read by its use case, which knows a file again by its contents; here two files would look alike. */
const isUpload = (request: RequestWithActor): boolean => request.headers['content-type']?.startsWith('multipart/') ?? false;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const isConflict = (error: unknown) => (error as { status?: unknown } | null)?.status === 409;
