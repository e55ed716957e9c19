// The bare limit: plain node http and mysql2 prepared statements that write the rows of one intake, or of one report, in one
// transaction. No framework, no checks, no encryption: what this machine and this database can do at most with single statements.
import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import mysql from 'mysql2/promise';

const [url, projectId, accountId, policyVersion, homesAsJson = '{}'] = process.argv.slice(2);
/** Of each unit that somebody reports for: what the application would have to look up. */
const homes = JSON.parse(homesAsJson);
const pool = mysql.createPool({ uri: url, connectionLimit: 16, maxPreparedStatements: 500 });
const insert = (table, columns) => `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
const SQL = {
  kept: 'SELECT request_hash, status, answer FROM idempotency_keys WHERE scope = ?',
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
    'product_type',
    'area_min',
    'area_max',
    'budget_min',
    'budget_max',
    'purpose',
    'created_at',
    'updated_at',
  ]),
  touch: insert('lead_touches', ['id', 'lead_id', 'channel_code', 'channel_root', 'is_first', 'at', 'account_id']),
  event: insert('lead_events', ['id', 'lead_id', 'at', 'type', 'data']),
  job: insert('jobs', ['id', 'kind', 'status', 'payload', 'run_at', 'subject', 'attempts', 'max_attempts', 'correlation_id', 'created_at']),
  consent: insert('consents', ['id', 'customer_id', 'purpose', 'policy_version', 'basis', 'given_at']),
  key: insert('idempotency_keys', ['scope', 'request_hash', 'status', 'answer', 'created_at']),
  order: insert('work_orders', [
    'id',
    'number',
    'kind',
    'project_id',
    'building_id',
    'unit_id',
    'customer_id',
    'category_id',
    'description',
    'urgent',
    'warranty',
    'status',
    'last_seq',
    'policy_version',
    'next_clock',
    'next_due_at',
    'created_at',
    'updated_at',
  ]),
  orderEvent: insert('work_order_events', ['work_order_id', 'seq', 'at', 'type', 'actor_kind', 'actor_id', 'data']),
  orderJobs: `INSERT INTO jobs (id, kind, status, payload, run_at, active_key, subject, attempts, max_attempts, correlation_id, created_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
};

async function take(form, key) {
  const connection = await pool.getConnection();
  try {
    const now = Date.now();
    const [customerId, leadId, receipt] = [randomUUID(), randomUUID(), `YX${randomBytes(9).toString('hex')}`];
    const phoneIndex = randomBytes(32).toString('hex');
    await connection.execute(SQL.kept, [key]);
    await connection.beginTransaction();
    await connection.execute(SQL.customer, [phoneIndex]);
    await connection.execute(SQL.newCustomer, [
      customerId,
      form.name,
      'female',
      `dev1.${randomBytes(30).toString('base64url')}`,
      phoneIndex,
      now,
      now,
    ]);
    const { productType, areaMin, areaMax, budgetMin, budgetMax, purpose } = form.intent;
    await connection.execute(SQL.lead, [
      leadId,
      receipt,
      projectId,
      customerId,
      `${projectId}:${customerId}`,
      'received',
      'potential',
      0,
      'online.miniprogram',
      'online',
      productType,
      areaMin,
      areaMax,
      budgetMin,
      budgetMax,
      purpose,
      now,
      now,
    ]);
    await connection.execute(SQL.touch, [randomUUID(), leadId, 'online.miniprogram', 'online', 1, now, accountId]);
    await connection.execute(SQL.event, [randomUUID(), leadId, now, 'received', '{"channel":"小程序留资"}']);
    await connection.execute(SQL.job, [
      randomUUID(),
      'lead.route',
      'pending',
      JSON.stringify({ leadId }),
      now,
      `lead:${leadId}`,
      0,
      8,
      randomUUID(),
      now,
    ]);
    await connection.execute(SQL.consent, [randomUUID(), customerId, form.consent.purposes[0], policyVersion, 'mini-program', now]);
    const answer = JSON.stringify({ id: leadId, receiptNo: receipt, status: 'received' });
    await connection.execute(SQL.key, [key, key, 201, answer, now]);
    await connection.commit();
    return answer;
  } finally {
    connection.release();
  }
}

const WARRANTY = JSON.stringify({
  verdict: 'within',
  label: '质保内',
  part: 'pipes-and-wires',
  until: '2027-06-18',
  clause: '《房屋建筑工程质量保修办法》第七条：电气管线、给排水管道、设备安装为二年',
});
const WARN_AFTER_MS = 96 * 60_000;

/** The rows of one report: the order, its first event, its clock and its dispatch, the kept answer. */
async function report(form, key) {
  const connection = await pool.getConnection();
  try {
    const now = Date.now();
    const home = homes[form.unitId];
    const [orderId, number] = [randomUUID(), `YX-${randomBytes(9).toString('hex')}`];
    await connection.execute(SQL.kept, [key]);
    await connection.beginTransaction();
    await connection.execute(SQL.order, [
      orderId,
      number,
      form.kind,
      home.projectId,
      home.buildingId,
      form.unitId,
      home.customerId,
      form.category,
      form.description,
      0,
      WARRANTY,
      'received',
      1,
      1,
      'accept',
      now + 2 * 3_600_000,
      now,
      now,
    ]);
    const data = JSON.stringify({ kind: form.kind, urgent: false, preferredAt: null });
    await connection.execute(SQL.orderEvent, [orderId, 1, now, 'reported', 'customer', home.customerId, data]);
    const job = (kind, runAt, activeKey) => [
      randomUUID(),
      kind,
      'pending',
      JSON.stringify({ orderId }),
      runAt,
      activeKey,
      `work-order:${orderId}`,
      0,
      8,
      randomUUID(),
      now,
    ];
    await connection.execute(SQL.orderJobs, [
      ...job('work-order.clock', now + WARN_AFTER_MS, `work-order.clock:${orderId}`),
      ...job('work-order.dispatch', now, null),
    ]);
    const answer = JSON.stringify({ id: orderId, number, status: 'received', warranty: JSON.parse(WARRANTY), promise: '' });
    await connection.execute(SQL.key, [key, key, 201, answer, now]);
    await connection.commit();
    return answer;
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
    const write = request.url === '/api/work-orders' ? report : take;
    write(JSON.parse(body), request.headers['idempotency-key']).then(
      (answer) => response.writeHead(201, { 'content-type': 'application/json' }).end(answer),
      (error) => response.writeHead(500).end(error.message),
    );
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${JSON.stringify({ port: server.address().port })}\n`));
