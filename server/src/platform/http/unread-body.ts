import type { FastifyInstance } from 'fastify';

/** How long a refused sender may go on sending, so that it can hear the refusal instead of a broken connection. */
const PATIENCE_MS = 2_000;
const LOOK_EVERY_MS = 100;
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * Hangs up on whoever keeps sending a body that was answered already. Node would read it to its end, and a body in chunks
 * need not have one.
 */
export function hangUpOnUnreadBodies(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', (request, _reply, done) => {
    const { raw } = request;
    if (!raw.complete && !raw.destroyed) {
      const from = raw.socket.bytesRead;
      let looks = PATIENCE_MS / LOOK_EVERY_MS;
      const watch = setInterval(() => {
        looks -= 1;
        if (raw.complete || raw.socket.destroyed) clearInterval(watch);
        else if (looks <= 0 || raw.socket.bytesRead - from > MOST_BYTES) {
          clearInterval(watch);
          raw.socket.destroy();
        }
      }, LOOK_EVERY_MS);
      watch.unref();
    }
    done();
  });
}
