// The bare limit: plain node http and mysql2 prepared statements that write the rows of one intake in one transaction.
// No framework, no checks, no encryption: what this machine and this database can do at most with single statements.
import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import mysql from 'mysql2/promise';

const [url, projectId, accountId, policyVersion] = process.argv.slice(2);
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

const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    take(JSON.parse(body), request.headers['idempotency-key']).then(
      (answer) => response.writeHead(201, { 'content-type': 'application/json' }).end(answer),
      (error) => response.writeHead(500).end(error.message),
    );
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${JSON.stringify({ port: server.address().port })}\n`));
