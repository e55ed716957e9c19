// The bare limit of a booking: plain node http and mysql2 prepared statements that write the rows of one booked visit in one
// transaction, the seat by the same conditional update. No framework, no checks, no encryption, no choice of a host.
import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import mysql from 'mysql2/promise';

const [url, groundAsJson] = process.argv.slice(2);
const ground = JSON.parse(groundAsJson);
const pool = mysql.createPool({ uri: url, connectionLimit: 16, maxPreparedStatements: 500 });
const insert = (table, columns, rows = 1) => {
  const row = `(${columns.map(() => '?').join(', ')})`;
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array(rows).fill(row).join(', ')}`;
};
const SQL = {
  kept: 'SELECT request_hash, status, answer FROM idempotency_keys WHERE scope = ?',
  seat: 'UPDATE viewing_slots SET taken = taken + 1, taken_general = taken_general + 1 WHERE id = ? AND taken < ? AND taken_general < ?',
  customer: 'SELECT id FROM customers WHERE phone_index = ?',
  newCustomer: insert('customers', ['id', 'name', 'gender', 'phone_sealed', 'phone_index', 'created_at', 'updated_at']),
  lead: insert('leads', [
    'id',
    'receipt_no',
    'project_id',
    'customer_id',
    'open_key',
    'status',
    'level',
    'offer_round',
    'channel_code',
    'channel_root',
    'created_at',
    'updated_at',
  ]),
  touch: insert('lead_touches', ['id', 'lead_id', 'channel_code', 'channel_root', 'is_first', 'at', 'account_id']),
  event: insert('lead_events', ['id', 'lead_id', 'at', 'type', 'data']),
  consent: insert('consents', ['id', 'customer_id', 'purpose', 'policy_version', 'basis', 'given_at']),
  viewing: insert('viewings', [
    'id',
    'number',
    'project_id',
    'kind',
    'plan_id',
    'slot_id',
    'starts_at',
    'ends_at',
    'status',
    'origin',
    'customer_id',
    'account_id',
    'lead_id',
    'host_choice',
    'party_size',
    'unit_ids',
    'general',
    'open_key',
    'reschedules',
    'created_at',
    'updated_at',
  ]),
  visitEvent: insert('viewing_events', ['id', 'viewing_id', 'at', 'type', 'actor_kind', 'actor_id', 'data']),
  jobs: insert(
    'jobs',
    ['id', 'kind', 'status', 'payload', 'run_at', 'subject', 'attempts', 'max_attempts', 'correlation_id', 'created_at'],
    4,
  ),
  key: insert('idempotency_keys', ['scope', 'request_hash', 'status', 'answer', 'created_at']),
};
const CHOICE = JSON.stringify({ how: 'event', chosen: null, candidates: [], sentences: ['由现场接待同事统一接待'] });

/** When a slot begins stands in its id. */
const startOf = (slotId) => Number.parseInt(slotId.split('.')[2], 36);

async function book(form, key) {
  const connection = await pool.getConnection();
  try {
    const now = Date.now();
    const startsAt = startOf(form.slotId);
    await connection.execute(SQL.kept, [key]);
    await connection.beginTransaction();
    const [seat] = await connection.execute(SQL.seat, [form.slotId, ground.seats, ground.seats]);
    if (seat.affectedRows === 0) {
      await connection.rollback();
      return { status: 409, answer: '{"code":"viewing.slot-full"}' };
    }
    const [customerId, leadId, viewingId] = [randomUUID(), randomUUID(), randomUUID()];
    const phoneIndex = randomBytes(32).toString('hex');
    const { projectId, accountId, planId, policyVersion } = ground;
    await connection.execute(SQL.customer, [phoneIndex]);
    const sealed = `dev1.${randomBytes(30).toString('base64url')}`;
    await connection.execute(SQL.newCustomer, [customerId, form.name, 'unknown', sealed, phoneIndex, now, now]);
    await connection.execute(SQL.lead, [
      leadId,
      `YX${randomBytes(9).toString('hex')}`,
      projectId,
      customerId,
      `${projectId}:${customerId}`,
      'received',
      'potential',
      0,
      'online.miniprogram',
      'online',
      now,
      now,
    ]);
    await connection.execute(SQL.touch, [randomUUID(), leadId, 'online.miniprogram', 'online', 1, now, accountId]);
    await connection.execute(SQL.event, [randomUUID(), leadId, now, 'received', '{"channel":"小程序留资"}']);
    await connection.execute(SQL.consent, [randomUUID(), customerId, form.consent.purposes[0], policyVersion, 'mini-program', now]);
    await connection.execute(SQL.viewing, [
      viewingId,
      `V-${randomBytes(9).toString('hex')}`,
      projectId,
      'site-open-day',
      planId,
      form.slotId,
      startsAt,
      startsAt + 7_200_000,
      'booked',
      'booking',
      customerId,
      accountId,
      leadId,
      CHOICE,
      1,
      '[]',
      1,
      `${form.slotId}:${customerId}`,
      0,
      now,
      now,
    ]);
    await connection.execute(SQL.visitEvent, [randomUUID(), viewingId, now, 'booked', 'customer', customerId, '{}']);
    const job = (kind, payload, runAt) => [
      randomUUID(),
      kind,
      'pending',
      JSON.stringify(payload),
      runAt,
      `viewing:${viewingId}`,
      0,
      8,
      randomUUID(),
      now,
    ];
    await connection.execute(SQL.jobs, [
      ...job('lead.route', { leadId }, now),
      ...job('message.deliver', { intent: 'viewing-booked', viewingId }, now),
      ...job('viewing.remind', { viewingId, which: 'day-before' }, startsAt - 86_400_000),
      ...job('viewing.remind', { viewingId, which: 'hours-before' }, startsAt - 7_200_000),
    ]);
    const answer = JSON.stringify({ id: viewingId, status: 'booked' });
    await connection.execute(SQL.key, [key, key, 201, answer, now]);
    await connection.commit();
    return { status: 201, answer };
  } finally {
    connection.release();
  }
}

const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    book(JSON.parse(body), request.headers['idempotency-key']).then(
      ({ status, answer }) => response.writeHead(status, { 'content-type': 'application/json' }).end(answer),
      (error) => response.writeHead(500).end(error.message),
    );
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${JSON.stringify({ port: server.address().port })}\n`));
