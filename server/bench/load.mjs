import http from 'node:http';

/** Half of the values are below it. */
export const median = (values) => quantile(values, 0.5);

export function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))];
}

/** One request on a kept-alive connection, its body as JSON or as the bytes it is; answers status, text and milliseconds. */
export function send(agent, base, { method = 'GET', route, body, headers = {} }) {
  const started = performance.now();
  const payload = body === undefined || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const request = http.request(
      `${base}${route}`,
      {
        method,
        agent,
        headers: { ...(payload ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) } : {}), ...headers },
      },
      (response) => {
        let text = '';
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode, text, headers: response.headers, ms: performance.now() - started }),
        );
      },
    );
    request.on('error', reject);
    request.end(payload);
  });
}

export const keptAlive = (connections) => new http.Agent({ keepAlive: true, maxSockets: connections });

/** As many requests as `connections` workers get through in `seconds`; anything but the wanted status is a failure of the run. */
export async function saturate(base, makeRequest, { connections, seconds, wanted }) {
  const agent = keptAlive(connections);
  const until = performance.now() + seconds * 1000;
  const times = [];
  const started = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async (_, worker) => {
      while (performance.now() < until) {
        const answer = await send(agent, base, makeRequest(worker));
        if (answer.status !== wanted) throw new Error(`${answer.status} instead of ${wanted}: ${answer.text.slice(0, 300)}`);
        times.push(answer.ms);
      }
    }),
  );
  agent.destroy();
  return { perSecond: times.length / ((performance.now() - started) / 1000), times };
}

/** `perSecond` requests for `seconds`, started on time whether the earlier ones were answered or not. */
export async function steady(base, makeRequest, { connections, perSecond, seconds, wanted }) {
  const agent = keptAlive(connections);
  const total = perSecond * seconds;
  const answers = [];
  const started = performance.now();
  for (let i = 0; i < total; i++) {
    const due = started + (i * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    const sentAt = Date.now();
    answers.push(
      send(agent, base, makeRequest(i)).then((answer) => {
        if (answer.status !== wanted) throw new Error(`${answer.status} instead of ${wanted}: ${answer.text.slice(0, 300)}`);
        return { ...answer, sentAt };
      }),
    );
  }
  const all = await Promise.all(answers);
  agent.destroy();
  return all;
}
