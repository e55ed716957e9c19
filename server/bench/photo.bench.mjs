import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { freshDatabase, startApplication } from './application.mjs';
import { keptAlive, quantile, send } from './load.mjs';
import { processorMs, residentMb } from './processes.mjs';

/** An account may leave forty photos unused; so many are sent by each. */
const EACH = 20;
const WIDTH = 4000;
const HEIGHT = 3000;

/** Photos as phones take them, several at once: until each is drawn anew, has its small picture and is on disk. */
export async function benchPhoto(serverUrl, { photos, atOnce }) {
  const database = await freshDatabase(serverUrl);
  const app = await startApplication(database, { JOBS: 'off' });
  const agent = keptAlive(atOnce);
  try {
    const photo = await aPhoto();
    const people = await signInAll(app, Math.ceil((photos + atOnce) / EACH));
    const sendOne = async (number) => {
      const answer = await send(agent, app.base, uploadOf(photo, people[Math.floor(number / EACH)]));
      if (answer.status !== 201) throw new Error(`${answer.status} instead of 201: ${answer.text.slice(0, 300)}`);
      return answer.ms;
    };
    const restMb = residentMb(app.pid);
    await Promise.all(Array.from({ length: atOnce }, (_, i) => sendOne(i)));
    let rssMb = 0;
    const watch = setInterval(() => {
      rssMb = Math.max(rssMb, residentMb(app.pid));
    }, 50);
    const usedMs = processorMs(app.pid);
    const started = performance.now();
    const times = [];
    let next = atOnce;
    const worker = async () => {
      while (next < photos + atOnce) times.push(await sendOne(next++));
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    clearInterval(watch);
    return {
      p95Ms: quantile(times, 0.95),
      p50Ms: quantile(times, 0.5),
      maxMs: Math.max(...times),
      perSecond: photos / ((performance.now() - started) / 1000),
      processorMs: (processorMs(app.pid) - usedMs) / photos,
      rssMb,
      restMb,
      photoMb: photo.length / 1024 / 1024,
      photos,
      atOnce,
    };
  } finally {
    agent.destroy();
    await app.stop();
    await database.drop();
  }
}

async function signInAll(app, count) {
  const people = [];
  for (let i = 0; i < count; i++) {
    await app.json('POST', '/wechat/__sim/personas', { key: `photographer-${i}` });
    people.push(await app.signIn(`photographer-${i}`));
  }
  return people;
}

/** Twelve megapixels of colours that run into each other, with the grain of a phone's camera: about four megabytes. */
async function aPhoto() {
  const corners = Buffer.from([230, 90, 40, 40, 160, 220, 60, 200, 90, 30, 30, 80]);
  const raw = { width: WIDTH, height: HEIGHT, channels: 3 };
  const grain = Buffer.from(randomBytes(WIDTH * HEIGHT * 3).map((byte) => 96 + byte / 4));
  return sharp(corners, { raw: { width: 2, height: 2, channels: 3 } })
    .resize({ width: WIDTH, height: HEIGHT, fit: 'fill', kernel: 'cubic' })
    .composite([{ input: grain, raw, blend: 'overlay' }])
    .withExif({ IFD0: { Make: 'bench' } })
    .jpeg({ quality: 92 })
    .toBuffer();
}

function uploadOf(photo, person) {
  const boundary = 'bench-photo-boundary';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="IMG_0001.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`;
  return {
    method: 'POST',
    route: '/api/uploads',
    body: Buffer.concat([Buffer.from(head), photo, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { authorization: `Bearer ${person.token}`, 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}
