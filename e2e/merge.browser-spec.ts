import { Stage } from './support/stage';

const stage = new Stage('merge');

it('周明 finds that one customer left two numbers, reads what will happen and makes them one', async () => {
  const { api } = stage;
  const first = await api.leaveDetails('许文', '13857190001', { productType: 'high-rise', areaMin: 89, areaMax: 118 });
  const server = await api.offeredTo(first.id);
  await api.call('POST', `/api/staff/leads/${first.id}/acceptance`, {}, server.key);
  const second = await api.leaveDetails('许女士', '13857190002', { productType: 'low-rise' });
  const other = await api.offeredTo(second.id);
  await api.call('POST', `/api/staff/leads/${second.id}/acceptance`, {}, other.key);

  const zhou = await (await stage.person('manager')).open(`subpackages/sales/pages/lead/index?id=${first.id}`);
  await zhou.sees('客户画像', '与另一位客户合并');
  await zhou.tap(zhou.page.locator('.cell').filter({ hasText: '与另一位客户合并' }));
  await zhou.sees('许文还留过别的号码？', '先找到另一位客户');
  await zhou.picture('merge-empty');
  await zhou.write('phone', '13857199999');
  await zhou.sees(/没有找到这位客户/);
  await zhou.picture('merge-nobody');
  await zhou.write('phone', '13857190002');
  await zhou.sees('许女士', '以后用哪个号码联系', '合并后', /1 条线索转到/, new RegExp(`由${server.name}继续跟进`));
  await zhou.picture('merge-words');
  await zhou.tap('合并为一位客户');
  await zhou.sees(/合并后不能再拆开/);
  await zhou.picture('merge-reason');
  await zhou.tap('客户换了号码');
  await zhou.tap('确认合并');
  await zhou.sees('已合并为一位客户');
  await zhou.sees('138****0001', '138****0002');
  await zhou.picture('merged-lead');

  // Whoever served the other lead hears who goes on; whoever goes on sees both numbers.
  const told = await api.message(server.key, 'of the merge', ({ intent }) => intent === 'lead-joined');
  expect(told.fields.map(({ value }) => value)).toContain('客户合并');
  const lin = await (await stage.person(server.key)).open(`subpackages/sales/pages/lead/index?id=${first.id}`);
  await lin.sees('138****0002', /的记录已并入/);
  expect(await lin.page.getByText('与另一位客户合并').count()).toBe(0);
});
