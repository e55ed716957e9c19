import { CAST, type CastKey } from '../integrations/wechat/simulator/cast';
import { personaIdentity } from '../integrations/wechat/simulator/identity';
import { newId } from '../platform/database/columns';
import { insertRows } from '../platform/database/database';
import { POLICY_VERSION } from './policy.seed';
import type { Ground, StaffIds } from './world';

/**
 * WeChat accounts of everybody whom the application knows: colleagues, and the owner as a customer who agreed to be served.
 * Prospects are strangers until they first sign in.
 */
export async function seedPeople(ground: Ground, staff: StaffIds): Promise<void> {
  const { tx, now } = ground;
  const ownerId = await seedOwner(ground);
  const known: { key: CastKey; link: { staff_id: string } | { customer_id: string } }[] = [
    ...Object.entries(staff).map(([key, id]) => ({ key: key as CastKey, link: { staff_id: id } })),
    { key: 'owner', link: { customer_id: ownerId } },
  ];
  const accounts = known.map(({ key, link }) => {
    const { mpOpenid, oaOpenid, unionid } = personaIdentity(key);
    return {
      id: newId(),
      mp_openid: mpOpenid,
      unionid,
      oa_openid: oaOpenid,
      follows_official_account: true,
      customer_id: null,
      staff_id: null,
      ...link,
      phone_verified: 'customer_id' in link,
      created_at: now,
      last_seen_at: now,
    };
  });
  await insertRows(tx, 'accounts', accounts);
  await insertRows(
    tx,
    'followers',
    accounts.map((a) => ({ id: a.oa_openid, unionid: a.unionid, following: true, updated_at: now })),
  );
}

async function seedOwner({ tx, cipher, now }: Ground): Promise<string> {
  const persona = CAST.find((each) => each.key === 'owner');
  if (!persona) throw new Error('the cast has no owner');
  const id = newId();
  await insertRows(tx, 'customers', [
    {
      id,
      name: persona.name,
      gender: 'female',
      phone_sealed: cipher.encrypt(persona.phone),
      phone_index: cipher.blindIndex(persona.phone),
      created_at: now,
      updated_at: now,
    },
  ]);
  const consent = { id: newId(), customer_id: id, purpose: 'service', policy_version: POLICY_VERSION, basis: 'told-to-staff' };
  await insertRows(tx, 'consents', [{ ...consent, given_at: now, withdrawn_at: null }]);
  return id;
}
