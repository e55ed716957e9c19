import { draftOf, faultsOfExtra, formOf } from './extra-form';

const FORM = { ...formOf(null, '2026-11-29'), title: ' 地下车位 ', words: '余 36 个车位' };

it('says what is missing, and that an end comes after its beginning', () => {
  expect(Object.keys(faultsOfExtra(formOf(null, '2026-11-29')))).toEqual(['title', 'words']);
  expect(faultsOfExtra(FORM)).toEqual({});
  expect(faultsOfExtra({ ...FORM, until: '2026-11-28' })).toEqual({ until: '结束日期不能早于开始日期' });
});

it('keeps the picture that hangs there unless another was chosen', () => {
  expect(draftOf(FORM, null)).toEqual({
    kind: 'parking',
    title: '地下车位',
    words: '余 36 个车位',
    from: '2026-11-29',
    until: null,
    active: true,
    position: 0,
    responsibleId: null,
  });
  expect(draftOf({ ...FORM, until: '2026-12-31' }, 'u')).toMatchObject({ until: '2026-12-31', uploadId: 'u' });
});
